import { defineStore } from 'pinia'
import type { Evaluation } from '../domain/evaluation/evaluation'
import type { Picture, ReportDocument } from '../domain/report/document'
import type { Edition } from '../domain/report/edition'
import type { HandInFile } from '../domain/report/handIn'
import type { LayoutChoice } from '../domain/report/layoutChoice'
import type { PrintedSheet } from '../domain/report/printedSheet'
import type { ExportChoice, HandInOrder, OfficeRequest, WorkbookOutput } from '../worker/client'
import { useEvaluation } from './evaluation'
import { fileName } from './fileName'
import { jobs } from './job'
import { useServices } from './keys'
import { useTask } from './task'

export type { ExportChoice, OfficeRequest, WorkbookOutput } from '../worker/client'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const OUTPUT_NAMES: { readonly [O in WorkbookOutput]: string } = { working: '', submission: '（报送版）', public: '（公开版）' }

const nameOf = (evaluation: Evaluation, kind: string): string => {
  const unit = evaluation.answers['unit.name']
  return `${unit?.kind === 'given' ? unit.text : '单位'}${evaluation.year}年度${kind}`
}

/** 导出: files out, by a worker, with progress and cancel. */
export const useTransfer = defineStore('transfer', () => {
  const { storage: { attachments }, worker, now, saveFile } = useServices()
  const open = useEvaluation()
  const tasks = useTask()
  const { job, problem, run, cancel, dismissProblem } = jobs()

  async function exported(label: string, extension: string, kind: string, type: string, write: Parameters<typeof run<Uint8Array>>[1], named: string | null = null): Promise<boolean> {
    const evaluation = open.evaluation
    if (!evaluation) return false
    const bytes = await run(label, write)
    if (bytes) saveFile({ name: fileName(named ?? nameOf(evaluation, kind), extension), bytes, type })
    return bytes !== null
  }

  return {
    job, problem, cancel, dismissProblem,

    /** 导出 Excel of the open evaluation: 工作版 of everything unless told. */
    async exportExcel(choice: ExportChoice = { output: 'working', forms: null }): Promise<boolean> {
      await tasks.load()
      const kind = choice.paste ? '（粘贴版）' : choice.blank ? '（空表）' : OUTPUT_NAMES[choice.output]
      const overlays = tasks.current?.task.forms
      // What is handed in bears the name the notice asks for.
      const named = choice.output === 'submission' && !choice.blank && !choice.paste ? tasks.named('部门整体支出绩效评价表') : null
      return exported('正在导出 Excel', 'xlsx', `部门整体支出绩效评价${kind}`, WORKBOOK, (options) =>
        worker.call('writeEvaluation', [open.evaluation!, { ...choice, ...(overlays ? { overlays } : {}), at: now() }], options), named)
    },

    /** 分工取数表 of one office; false where it failed: `problem` says why. */
    exportOffice: (request: OfficeRequest): Promise<boolean> =>
      exported('正在导出分工取数表', 'xlsx', `分工取数表（${request.office}）`, WORKBOOK, (options) => worker.call('writeOffice', [open.evaluation!, request], options)),

    /** A report made ready by the screen (edition, charts, layout) as Word. */
    exportDocument: (document: ReportDocument, layout: LayoutChoice, kind: string): Promise<boolean> =>
      exported('正在导出 Word', 'docx', kind, DOCUMENT, (options) => worker.call('writeDocument', [document, layout], options)),

    /** A chart as a file. */
    savePicture(name: string, { svg, png }: Picture, as: 'svg' | 'png'): void {
      if (open.evaluation) saveFile({ name: fileName(nameOf(open.evaluation, name), as), bytes: as === 'png' ? png : new TextEncoder().encode(svg), type: as === 'png' ? 'image/png' : 'image/svg+xml' })
    },

    /** 报送材料: the whole set as one zip, flat, the evidence with it. */
    exportHandIn: (order: Omit<HandInOrder, 'evaluation' | 'overlays'>): Promise<boolean> =>
      exported('正在打包报送材料', 'zip', order.edition === 'public' ? '绩效评价公开材料' : '绩效评价报送材料', 'application/zip', async (options) => {
        const evaluation = open.evaluation!
        const wanted = new Set(order.files.flatMap(({ part }) => (part.kind === 'evidence' ? [part.evidence] : [])))
        const evidence = (await attachments.whole([evaluation.id])).filter(({ id }) => wanted.has(id)).map(({ content, ...facts }) => ({ evidence: facts, content }))
        return worker.call('writeHandIn', [{ ...order, evaluation, overlays: tasks.current?.task.forms ?? [] }, evidence], { timeLimit: 600_000, ...options })
      }),

    /** The forms of the set as they are printed behind the report; null where it failed: `problem` says why. */
    printSheets: (files: readonly HandInFile[], edition: Edition): Promise<readonly PrintedSheet[] | null> =>
      run('正在排版附表', (options) => worker.call('printSheets', [open.evaluation!, files, edition, tasks.current?.task.forms ?? []], options)),
  }
})
