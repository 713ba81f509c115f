import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { catalog } from '../catalog/catalog'
import type { Evaluation } from '../domain/evaluation/evaluation'
import { assess } from '../domain/indicators/assess'
import { compose } from '../domain/report/compose'
import type { ReportDocument } from '../domain/report/document'
import type { Edition } from '../domain/report/edition'
import type { HandInFile } from '../domain/report/handIn'
import type { LayoutChoice } from '../domain/report/layoutChoice'
import { randomId } from '../kernel/randomId'
import { same } from '../kernel/same'
import type { EvaluationReading, ExportChoice, WorkbookOutput } from '../worker/client'
import { useDesk } from './desk'
import { useEvaluation } from './evaluation'
import { fileName } from './fileName'
import { jobs } from './job'
import { useServices } from './keys'

export type { EvaluationReading, ExportChoice, WorkbookOutput } from '../worker/client'

/** 导入预览: what a workbook holds, before anything is kept. */
export interface ImportPreview {
  readonly fileName: string
  readonly reading: Extract<EvaluationReading, { readonly ok: true }>
  readonly evaluation: Evaluation
  /** Whether the desk has this evaluation already, and with the same content. */
  readonly onDesk: 'absent' | 'same' | 'differs'
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const MOST_BYTES = 60 * 1024 * 1024
const OUTPUT_NAMES: { readonly [O in WorkbookOutput]: string } = { working: '', submission: '（报送版）', public: '（公开版）' }
const BEFORE_IMPORT = '导入 Excel 之前'

const nameOf = (evaluation: Evaluation, kind: string): string => {
  const unit = evaluation.answers['unit.name']
  return `${unit?.kind === 'given' ? unit.text : '单位'}${evaluation.year}年度${kind}`
}

/** A workbook that lost its hidden sheet says no more whose it is: it comes in as a new evaluation, never over one of a like file name. */
const identified = (evaluation: Evaluation): Evaluation => (evaluation.id.startsWith('imported-') ? { ...evaluation, id: randomId() } : evaluation)

/** 导入导出: files in and out, by a worker, with progress and cancel. */
export const useTransfer = defineStore('transfer', () => {
  const { storage, worker, now, saveFile } = useServices()
  const desk = useDesk()
  const open = useEvaluation()
  const { job, problem, run, cancel, dismissProblem } = jobs()
  const preview = shallowRef<ImportPreview | null>(null)

  async function exported(label: string, extension: string, kind: string, type: string, write: Parameters<typeof run<Uint8Array>>[1]): Promise<boolean> {
    const evaluation = open.evaluation
    if (!evaluation) return false
    const bytes = await run(label, write)
    if (bytes) saveFile({ name: fileName(nameOf(evaluation, kind), extension), bytes, type })
    return bytes !== null
  }

  return {
    job, problem, cancel, dismissProblem, preview,

    /** 导出 Excel of the open evaluation: 工作版 of everything unless told. */
    exportExcel: (choice: ExportChoice = { output: 'working', forms: null }): Promise<boolean> =>
      exported('正在导出 Excel', 'xlsx', `部门整体支出绩效评价${choice.blank ? '（空表）' : OUTPUT_NAMES[choice.output]}`, WORKBOOK, (options) =>
        worker.call('writeEvaluation', [open.evaluation!, { ...choice, at: now() }], options)),

    /** 导出 Word of the open evaluation. Throws where its outline is not in the catalog. */
    exportWord: (): Promise<boolean> => exported('正在导出 Word', 'docx', '部门整体支出绩效评价报告', DOCUMENT, (options) => {
      const evaluation = open.evaluation!
      const outline = catalog.outlines.find(({ id }) => id === evaluation.outline)
      if (!outline) throw new Error(`没有提纲 ${evaluation.outline}`)
      return worker.call('writeReport', [compose(outline, evaluation, assess(evaluation.framework, evaluation))], options)
    }),

    /** A report made ready by the screen (edition, charts, layout) as Word. */
    exportDocument: (document: ReportDocument, layout: LayoutChoice, kind: string): Promise<boolean> =>
      exported('正在导出 Word', 'docx', kind, DOCUMENT, (options) => worker.call('writeDocument', [document, layout], options)),

    /** 报送材料: the whole set as one zip, flat. */
    exportHandIn: (document: ReportDocument, files: readonly HandInFile[], edition: Edition, layout: LayoutChoice): Promise<boolean> =>
      exported('正在打包报送材料', 'zip', edition === 'public' ? '绩效评价公开材料' : '绩效评价报送材料', 'application/zip', (options) =>
        worker.call('writeHandIn', [open.evaluation!, document, files, edition, layout], options)),

    /** Reads a workbook into `preview`; nothing is kept yet. False where it cannot be read: `problem` says why. */
    async readExcel(file: File): Promise<boolean> {
      preview.value = null
      if (file.size > MOST_BYTES) {
        problem.value = `“${file.name}”有 ${Math.ceil(file.size / 1024 / 1024)} MB，太大了，不像是评价工作簿。`
        return false
      }
      const reading = await run('正在读取 Excel', async (options) =>
        worker.call('readEvaluation', [new Uint8Array(await file.arrayBuffer()), file.name], options))
      if (!reading) return false
      if (!reading.ok) {
        problem.value = reading.message
        return false
      }
      const evaluation = identified(reading.evaluation)
      const standing = await storage.evaluations.find(evaluation.id)
      const onDesk = !standing ? 'absent' : same(standing.evaluation, evaluation) ? 'same' : 'differs'
      preview.value = { fileName: file.name, reading, evaluation, onDesk }
      return true
    },

    /** 确认导入; its id on the desk. An evaluation it replaces is kept as a 历史版本. */
    async confirmImport(as: 'replace' | 'copy' = 'replace'): Promise<string> {
      const found = preview.value
      if (!found) return ''
      const id = as === 'copy' ? randomId() : found.evaluation.id
      if (as === 'copy' || found.onDesk !== 'same')
        await storage.evaluations.adopt([{ evaluation: { ...found.evaluation, id }, revision: 1, updatedAt: now(), changes: [] }], BEFORE_IMPORT, now())
      preview.value = null
      await desk.refresh()
      storage.tabs.tell({ kind: 'listed' })
      await open.reload()
      return id
    },

    discardImport(): void { preview.value = null },
  }
})
