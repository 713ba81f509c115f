import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { MOST_EVIDENCE_BYTES, sameSubject, type Evidence, type EvidenceSubject } from '../domain/evaluation/evidence'
import { randomId } from '../kernel/randomId'
import { storageProblem } from '../storage/storageProblem'
import { useEvaluation } from './evaluation'
import { jobs } from './job'
import { useServices } from './keys'

/** Bytes of all evidence from which a backup becomes unwieldy. */
const HEAVY = 300 * 1024 * 1024

/** 佐证材料 of the open evaluation: files in this browser, linked to what they prove. */
export const useEvidence = defineStore('evidence', () => {
  const { storage: { attachments, tabs, problem: unkept }, worker, now } = useServices()
  const open = useEvaluation()
  const { job, problem, run, cancel, dismissProblem } = jobs()
  const list = shallowRef<readonly Evidence[]>([])
  const total = ref(0)
  const lastRemoved = shallowRef<Evidence | null>(null)
  const id = computed(() => open.evaluation?.id ?? null)

  async function refresh(): Promise<void> {
    const of = id.value
    const [found, size] = await Promise.all([of === null ? [] : attachments.of(of), attachments.totalSize()])
    if (id.value !== of) return
    list.value = found
    total.value = size
  }

  async function changed(): Promise<void> {
    await refresh()
    tabs.tell({ kind: 'listed' })
  }

  watch(id, () => {
    list.value = []
    lastRemoved.value = null
    void refresh().catch(() => {})
  }, { immediate: true })
  tabs.listen(() => void refresh().catch(() => {}))

  return {
    list, total, job, problem, cancel, dismissProblem, lastRemoved, refresh,
    heavy: computed(() => total.value > HEAVY),
    about: (subject: EvidenceSubject): readonly Evidence[] => list.value.filter(({ about }) => about.some((one) => sameSubject(one, subject))),

    /** Takes files in, linked to what they prove; a file that is there already (same content) is only linked once more. How many were taken. */
    async add(files: readonly File[], about: readonly EvidenceSubject[] = []): Promise<number> {
      const of = id.value
      if (of === null) return 0
      if (unkept) {
        problem.value = unkept.message
        return 0
      }
      const tooLarge = files.filter(({ size }) => size > MOST_EVIDENCE_BYTES)
      let refused: string | null = null
      const added = await run('正在保存佐证材料', async (options) => {
        let count = 0
        for (const file of files) {
          if (tooLarge.includes(file)) continue
          const sha256 = await worker.call('digest', [file], options)
          const known = list.value.find((one) => one.sha256 === sha256)
          try {
            if (known) await attachments.change(known.id, { about: [...known.about, ...about.filter((subject) => !known.about.some((one) => sameSubject(one, subject)))] })
            else await attachments.add([{ id: randomId(), evaluation: of, name: file.name, type: file.type, size: file.size, sha256, addedAt: now(), about, content: new Blob([file], { type: file.type }) }])
          } catch (error) {
            refused = storageProblem(error).message.replace('修改还没有保存', `“${file.name}”没有保存`)
            return count
          }
          count += 1
          await refresh()
        }
        return count
      })
      await changed().catch(() => {})
      if (refused !== null) problem.value = refused
      else if (tooLarge.length > 0 && problem.value === null)
        problem.value = `${tooLarge.map(({ name }) => `“${name}”`).join('、')}超过 50 MB，没有保存。请压缩或拆分后再加。`
      return added ?? 0
    },
    async rename(evidence: string, name: string): Promise<void> {
      if (name.trim() === '') return
      await attachments.change(evidence, { name: name.trim().slice(0, 500) })
      await changed()
    },
    async annotate(evidence: string, note: string): Promise<void> {
      await attachments.change(evidence, { note: note.slice(0, 2000) })
      await changed()
    },
    /** Links a file to what it proves, or takes the link away. */
    async link(evidence: string, subject: EvidenceSubject, on: boolean): Promise<void> {
      const found = list.value.find((one) => one.id === evidence)
      if (!found) return
      const others = found.about.filter((one) => !sameSubject(one, subject))
      await attachments.change(evidence, { about: on ? [...others, subject] : others })
      await changed()
    },
    async remove(evidence: string): Promise<void> {
      lastRemoved.value = list.value.find((one) => one.id === evidence) ?? null
      await attachments.remove(evidence, now())
      await changed()
    },
    async undoRemove(): Promise<void> {
      if (!lastRemoved.value) return
      await attachments.restore(lastRemoved.value.id)
      lastRemoved.value = null
      await changed()
    },
    /** A page of a PDF as a picture; rejects where it cannot be drawn. */
    drawPdf: (file: Blob, page: number, width: number) => worker.call('drawPdf', [file, page, width], { timeLimit: 30_000 }),
    /** The file itself. */
    content: (evidence: string): Promise<Blob | undefined> => attachments.content(evidence),
  }
})
