import { byAddition, evidenceOf, type Attachments } from './attachments'
import type { Database } from './database'

/** 佐证材料 in IndexedDB: the browser keeps the contents in files and hands out handles. */
export function dexieAttachments({ attachments }: Database): Attachments {
  const present = async (evaluations: readonly string[]) =>
    (await attachments.where('evaluation').anyOf([...evaluations]).toArray()).filter(({ removedAt }) => removedAt === undefined).sort(byAddition)

  return {
    of: async (evaluation) => (await present([evaluation])).map(evidenceOf),
    content: async (id) => (await attachments.get(id))?.content,
    async add(added) { await attachments.bulkPut([...added]) },
    async change(id, changes) { await attachments.update(id, changes) },
    async remove(id, at) { await attachments.update(id, { removedAt: at }) },
    async restore(id) { await attachments.update(id, { removedAt: undefined }) },
    whole: present,
    addedSince: (at) => attachments.filter(({ addedAt, removedAt }) => addedAt > at && removedAt === undefined).count(),
    async totalSize() {
      let total = 0
      await attachments.each(({ size }) => { total += size })
      return total
    },
  }
}
