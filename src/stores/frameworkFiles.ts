import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { frameworkVocabulary } from '../catalog/frameworkVocabulary'
import { formulaTerms } from '../catalog/frameworks/formulaTerms'
import { measures } from '../catalog/measures/measures'
import { vocabulary } from '../catalog/formula'
import type { IndicatorTable } from '../domain/frameworkReading/indicatorTable'
import { readFramework, type FrameworkReading } from '../domain/frameworkReading/readFramework'
import { reconcile } from '../domain/frameworkReading/reconcile'
import { frameworkDecoder } from '../domain/indicators/decodeFramework'
import type { Framework } from '../domain/indicators/framework'
import { decode, literal, object, optional, problemText } from '../kernel/decode'
import { fileName } from './fileName'
import { useFrameworks } from './frameworks'
import { jobs } from './job'
import { useServices } from './keys'

/** 指标体系文件: a framework with the one it stands on, as JSON. */
interface FrameworkFile {
  readonly format: 'hengji-framework'
  readonly version: 1
  readonly framework: Framework
  readonly base?: Framework
}

const fileDecoder = object<FrameworkFile>({ format: literal('hengji-framework'), version: literal(1), framework: frameworkDecoder, base: optional(frameworkDecoder) })

/** 读入预览: the tables found, the one chosen, and what it gives. Nothing is kept yet. */
export interface FrameworkPreview {
  readonly source: string
  readonly tables: readonly IndicatorTable[]
  readonly chosen: number
  readonly reading: FrameworkReading
  /** The framework the workbook was written from, where it is one of ours. */
  readonly stored: Framework | null
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MOST_BYTES = 30 * 1024 * 1024

/** Frameworks as files, out and in; and any indicator table read as one. */
export const useFrameworkFiles = defineStore('frameworkFiles', () => {
  const { worker, saveFile } = useServices()
  const frameworks = useFrameworks()
  const { job, problem, run, cancel, dismissProblem } = jobs()
  const preview = shallowRef<FrameworkPreview | null>(null)

  function readingOf(table: IndicatorTable, title: string, stored: Framework | null): FrameworkReading {
    const known = stored ? frameworkVocabulary(stored) : vocabulary
    const reading = readFramework(table, title, { vocabulary: known, terms: formulaTerms, measures: stored?.measures ?? measures, id: 'read' })
    return reading.ok && stored ? reconcile(reading, stored, table, known) : reading
  }

  function show(tables: readonly IndicatorTable[], source: string, stored: Framework | null): void {
    const readings = tables.map((table) => readingOf(table, stored?.title ?? source, stored))
    const best = readings.map((reading, i) => ({ i, count: reading.ok ? reading.framework.indicators.length : -1 })).toSorted((a, b) => b.count - a.count)[0]
    if (best) preview.value = { source, tables, chosen: best.i, reading: readings[best.i]!, stored }
    else problem.value = `“${source}”里没有看得见的表。`
  }

  async function readJson(file: File): Promise<string | null> {
    try {
      const read = decode(fileDecoder, JSON.parse(await file.text()))
      if (read.ok) return await frameworks.add(read.value.framework, read.value.base)
      problem.value = `“${file.name}”读不懂（${problemText(read.error[0]!)}）。请选择由“导出 JSON”得到的文件。`
    } catch {
      problem.value = `“${file.name}”不是指标体系文件。请选择由“导出 JSON”得到的文件，或 Excel 指标表。`
    }
    return null
  }

  return {
    job, problem, cancel, dismissProblem, preview,

    async exportExcel(framework: Framework): Promise<boolean> {
      const bytes = await run('正在导出指标体系', (options) => worker.call('writeFramework', [framework], options))
      if (bytes) saveFile({ name: fileName(`指标体系-${framework.title}`, 'xlsx'), bytes, type: WORKBOOK })
      return bytes !== null
    },
    exportJson(framework: Framework, base?: Framework): void {
      const content: FrameworkFile = { format: 'hengji-framework', version: 1, framework, ...(base ? { base } : {}) }
      saveFile({ name: fileName(`指标体系-${framework.title}`, 'json'), bytes: new TextEncoder().encode(JSON.stringify(content)), type: 'application/json' })
    },

    /** Reads a file: a JSON of ours is kept at once (its id is given back), a workbook is shown first. */
    async readFile(file: File): Promise<string | null> {
      preview.value = null
      problem.value = null
      if (file.size > MOST_BYTES) problem.value = `“${file.name}”有 ${Math.ceil(file.size / 1024 / 1024)} MB，太大了，不像是指标表。`
      else if (/\.json$/i.test(file.name)) return readJson(file)
      else {
        const book = await run('正在读取指标表', async (options) => worker.call('readFrameworkBook', [new Uint8Array(await file.arrayBuffer()), file.name], options))
        if (book && !book.ok) problem.value = book.message
        if (book?.ok) show(book.tables, file.name.replace(/\.[^.]*$/, ''), book.stored)
      }
      return null
    },
    /** Reads a pasted block of cells. */
    readPasted(rows: IndicatorTable['rows']): void {
      problem.value = null
      show([{ name: '粘贴的表', rows, merges: [] }], '粘贴的指标体系', null)
    },
    choose(at: number): void {
      const { value } = preview
      const table = value?.tables[at]
      if (value && table) preview.value = { ...value, chosen: at, reading: readingOf(table, value.stored?.title ?? value.source, value.stored) }
    },
    /** Uses the scoring that fits part of a row's words. */
    accept(indicator: string): void {
      const { value } = preview
      if (!value?.reading.ok) return
      const { framework, coverage } = value.reading
      const scoring = coverage.rows.find((row) => row.indicator === indicator && row.proposal)?.proposal
      if (!scoring) return
      preview.value = { ...value, reading: { ok: true,
        framework: { ...framework, indicators: framework.indicators.map((one) => (one.id === indicator ? { ...one, scoring } : one)) },
        coverage: { ...coverage, rows: coverage.rows.map((row) => (row.indicator === indicator && row.proposal ? { ...row, state: 'understood', says: `${row.says}——已采用`, proposal: null } : row)) } } }
    },
    /** Keeps what is shown as an own framework; its id. */
    async keep(title: string): Promise<string | null> {
      const { value } = preview
      if (!value?.reading.ok) return null
      const { framework } = value.reading
      preview.value = null
      return frameworks.add({ ...framework, title: title.trim() || framework.title })
    },
    discard(): void { preview.value = null },
  }
})
