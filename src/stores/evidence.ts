import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { MOST_EVIDENCE_BYTES, previewKind, sameSubject, type Evidence, type EvidenceSubject } from '../domain/evaluation/evidence'
import { randomId } from '../kernel/randomId'
import { storageProblem } from '../storage/storageProblem'
import { WorkerFailure, type CallOptions } from '../worker/client'
import { useEvaluation } from './evaluation'
import { jobs } from './job'
import { useServices } from './keys'

/** Bytes of all evidence from which a backup becomes unwieldy. */
const HEAVY = 300 * 1024 * 1024

/** As wide as A4 at 150 dots an inch: small print of a scan stays readable. */
const PRINT_WIDTH = 1240
/** Pages of evidence in one print job; more make a browser's print preview stall. */
export const MOST_PRINTED_PAGES = 300

/** A page of evidence as a picture. */
export interface PrintedPage {
  readonly image: Blob
  readonly landscape: boolean
}

/** A piece of evidence as it is printed: its pages, or why there are none or not all. */
export interface PrintedEvidence {
  readonly evidence: Evidence
  readonly pages: readonly PrintedPage[]
  readonly lacking: 'otherSoftware' | 'unreadable' | 'tooMany' | null
}

/** A picture as a page; rejects where it is none. */
async function printedPage(image: Blob): Promise<PrintedPage> {
  const bitmap = await createImageBitmap(image)
  const landscape = bitmap.width > bitmap.height
  bitmap.close()
  return { image, landscape }
}

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

  /** A page of a PDF as a picture; rejects where it cannot be drawn. */
  const drawPdf = (file: Blob, page: number, width: number, options: CallOptions = {}) => worker.call('drawPdf', [file, page, width], { timeLimit: 30_000, ...options })

  /** Draws a piece of evidence page by page, as many pages as are left. */
  async function drawn(evidence: Evidence, left: number, options: CallOptions): Promise<PrintedEvidence> {
    const kind = previewKind(evidence)
    if (kind === 'none') return { evidence, pages: [], lacking: 'otherSoftware' }
    const file = await attachments.content(evidence.id)
    const pages: PrintedPage[] = []
    if (!file) return { evidence, pages, lacking: 'unreadable' }
    try {
      if (kind === 'picture') return left > 0 ? { evidence, pages: [await printedPage(new Blob([file], { type: evidence.type }))], lacking: null } : { evidence, pages, lacking: 'tooMany' }
      for (let page = 1, all = 1; page <= all; page += 1) {
        if (pages.length >= left) return { evidence, pages, lacking: 'tooMany' }
        const result = await drawPdf(file, page, PRINT_WIDTH, options)
        all = result.pages
        pages.push(await printedPage(new Blob([result.image as Uint8Array<ArrayBuffer>], { type: 'image/png' })))
      }
      return { evidence, pages, lacking: null }
    } catch (error) {
      // A cancel ends the whole job; a file that cannot be drawn only its own pages.
      if (error instanceof WorkerFailure && error.kind === 'cancelled') throw error
      return { evidence, pages, lacking: 'unreadable' }
    }
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
    drawPdf,
    /** The pieces of evidence as pictures for paper, in their order; null where that was cancelled. */
    printed: (evidence: readonly Evidence[]): Promise<readonly PrintedEvidence[] | null> => run('正在排版佐证材料', async ({ signal, onProgress }) => {
      const all: PrintedEvidence[] = []
      for (const one of evidence) {
        onProgress?.(all.length / evidence.length)
        all.push(await drawn(one, MOST_PRINTED_PAGES - all.reduce((sum, { pages }) => sum + pages.length, 0), signal ? { signal } : {}))
      }
      return all
    }),
    /** The file itself. */
    content: (evidence: string): Promise<Blob | undefined> => attachments.content(evidence),
  }
})
