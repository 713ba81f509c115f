import { printExpression } from '../../../domain/expression/print'
import type { Vocabulary } from '../../../domain/expression/vocabulary'
import type { Framework, Indicator } from '../../../domain/indicators/framework'
import type { PlannedCell, SheetPlan } from '../sheetPlan'
import { writeWorkbook } from '../write/writeWorkbook'

/** Name of the hidden sheet that holds the framework itself: scorings and trees, which a table of words cannot hold. */
export const FRAMEWORK_SHEET = '_hengji_framework'

/** The sheet everybody sees. */
export const FRAMEWORK_TABLE = '指标体系'

const CHUNK = 30_000

const COLUMNS: readonly { readonly head: string; readonly width: number; readonly of: (one: Indicator, vocabulary: Vocabulary) => string }[] = [
  { head: '一级指标', width: 10, of: ({ dimension }) => dimension },
  { head: '二级指标', width: 12, of: ({ group }) => group },
  { head: '三级指标', width: 18, of: ({ title }) => title },
  { head: '分值', width: 6, of: ({ weight }) => weight },
  { head: '指标解释', width: 26, of: ({ texts }) => texts.definition ?? '' },
  { head: '评价要点', width: 20, of: ({ texts }) => texts.points ?? '' },
  { head: '评分细则', width: 30, of: ({ texts }) => texts.rule },
  { head: '评价标准', width: 16, of: ({ texts }) => texts.standard ?? '' },
  { head: '计算公式', width: 26, of: ({ formula }, vocabulary) => (formula ? printExpression(formula, vocabulary) : '') },
  { head: '数据来源', width: 14, of: ({ texts }) => texts.dataSource ?? '' },
  { head: '取证方式', width: 14, of: ({ texts }) => texts.evidence ?? '' },
  { head: '依据', width: 18, of: ({ basis }) => basis },
]

/** Rows one below the other with the same words in a column, as one merged cell: start and length. */
function runs(words: readonly string[]): readonly (readonly [start: number, length: number])[] {
  const found: [number, number][] = []
  words.forEach((word, i) => {
    if (i > 0 && word === words[i - 1]) found.at(-1)![1] += 1
    else found.push([i, 1])
  })
  return found
}

function tableOf(framework: Framework, vocabulary: Vocabulary): SheetPlan {
  const { indicators } = framework
  const wide = COLUMNS.length
  const text = (row: number, column: number, words: string, look: PlannedCell['look'], rest: Partial<PlannedCell> = {}): PlannedCell =>
    ({ row, column, look, content: words === '' ? { kind: 'blank' } : { kind: 'text', text: words.slice(0, 32_000) }, ...rest })
  const cells: PlannedCell[] = [
    text(0, 0, framework.title, 'title', { columns: wide }),
    text(1, 0, `依据：${framework.basis}　适用：${framework.region}，${framework.years}　${framework.verificationNote}`, 'captionWrap', { columns: wide }),
    ...COLUMNS.map(({ head }, column) => text(2, column, head, 'head')),
  ]
  const levels = [indicators.map(({ dimension }) => dimension), indicators.map(({ dimension, group }) => `${dimension}\n${group}`)]
  for (const [column, words] of levels.entries())
    for (const [start, length] of runs(words)) cells.push(text(start + 3, column, COLUMNS[column]!.of(indicators[start]!, vocabulary), 'plain', { rows: length }))
  const heights = new Map<number, number>([[0, 30], [1, 32]])
  indicators.forEach((one, i) => {
    COLUMNS.forEach(({ of, head, width }, column) => {
      if (column < 2) return
      const words = of(one, vocabulary)
      cells.push(head === '分值' ? { row: i + 3, column, look: 'plainCenter', content: { kind: 'number', text: words } } : text(i + 3, column, words, 'plain'))
      heights.set(i + 3, Math.min(400, Math.max(heights.get(i + 3) ?? 20, 15 * words.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length * 1.9) / width)), 0) + 6)))
    })
  })
  const last = indicators.length + 3
  cells.push(text(last, 0, '合计', 'head', { columns: 3 }), { row: last, column: 3, look: 'plainCenter', content: { kind: 'formula', formula: `SUM(D4:D${last})`, cached: framework.total } })
  return { name: FRAMEWORK_TABLE, cells, widths: COLUMNS.map(({ width }) => width), heights, landscape: true, repeated: [3, 3], hidden: false }
}

function hiddenSheet(framework: Framework): SheetPlan {
  const text = JSON.stringify(framework)
  const cells: PlannedCell[] = []
  for (let at = 0, row = 0; at < text.length; row++) {
    let end = Math.min(text.length, at + CHUNK)
    if (/[\uD800-\uDBFF]/.test(text[end - 1] ?? '')) end--
    cells.push({ row, column: 0, look: 'note', content: { kind: 'text', text: text.slice(at, end) } })
    at = end
  }
  return { name: FRAMEWORK_SHEET, cells, widths: [20], heights: new Map(), landscape: false, repeated: null, hidden: true }
}

/** A framework as a workbook: the table as bureaus print it, and the framework itself in a hidden sheet. */
export const writeFramework = (framework: Framework, vocabulary: Vocabulary): Promise<Uint8Array> =>
  writeWorkbook([tableOf(framework, vocabulary), hiddenSheet(framework)])
