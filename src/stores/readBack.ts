import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { given } from '../domain/evaluation/answer'
import { cellOf, type FigureId } from '../domain/measures/item'
import type { ReadDocument } from '../domain/report/readDocument'
import { useEvaluation } from './evaluation'
import { jobs } from './job'
import { useServices } from './keys'

/** An edited report file, read; nothing of it is kept until it is taken over. */
export interface ReadFile {
  readonly evaluation: string
  readonly fileName: string
  readonly document: ReadDocument
}

/** 读回 Word: an exported and edited report, held against the open evaluation. */
export const useReadBack = defineStore('readBack', () => {
  const { worker } = useServices()
  const open = useEvaluation()
  const { job, problem, run, cancel, dismissProblem } = jobs()
  const file = shallowRef<ReadFile | null>(null)

  return {
    job, problem, file, cancel, dismissProblem,
    /** Reads the file; `sections` are the outline's. False where it cannot be read: `problem` says why. */
    async read(chosen: File, sections: readonly string[]): Promise<boolean> {
      const evaluation = open.evaluation?.id
      if (evaluation === undefined) return false
      const found = await run('正在读取 Word', async (options) =>
        worker.call('readReportBack', [new Uint8Array(await chosen.arrayBuffer()), chosen.name, sections], options))
      if (!found) return false
      if (!found.ok) problem.value = found.message
      else file.value = { evaluation, fileName: chosen.name, document: found.document }
      return found.ok
    },
    /** The data takes the file's number; what is known of its source stays, for the user to look at. */
    changeData(figure: FigureId, text: string): boolean {
      const cell = cellOf(figure)
      return cell ? open.cell(cell.table, cell.row, cell.column, given(text)) : open.answer(figure, given(text))
    },
    close(): void { file.value = null },
  }
})
