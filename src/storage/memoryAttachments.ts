import { byAddition, evidenceOf, type Attachments } from './attachments'
import type { Attachment } from './records'

/** The memory twin of the table of 佐证材料. */
export function memoryAttachments(): Attachments & { purge(evaluations: readonly string[], removedBefore: number): void } {
  let kept: readonly Attachment[] = []
  const put = (changed: Attachment): void => { kept = [...kept.filter(({ id }) => id !== changed.id), changed] }
  const change = (id: string, changes: Partial<Attachment>): void => {
    const standing = kept.find((one) => one.id === id)
    if (standing) put({ ...standing, ...changes })
  }
  const present = (evaluations: readonly string[]): readonly Attachment[] =>
    kept.filter((one) => evaluations.includes(one.evaluation) && one.removedAt === undefined).sort(byAddition)

  return {
    of: async (evaluation) => present([evaluation]).map(evidenceOf),
    content: async (id) => kept.find((one) => one.id === id)?.content,
    async add(added) { for (const one of added) put(one) },
    async change(id, changes) { change(id, changes) },
    async remove(id, at) { change(id, { removedAt: at }) },
    async restore(id) { kept = kept.map((one) => { if (one.id !== id) return one; const { removedAt: _gone, ...rest } = one; return rest }) },
    whole: async (evaluations) => present(evaluations),
    addedSince: async (at) => kept.filter(({ addedAt, removedAt }) => addedAt > at && removedAt === undefined).length,
    totalSize: async () => kept.reduce((sum, { size }) => sum + size, 0),
    purge(evaluations, removedBefore) {
      kept = kept.filter(({ evaluation, removedAt }) => !evaluations.includes(evaluation) && (removedAt === undefined || removedAt >= removedBefore))
    },
  }
}
