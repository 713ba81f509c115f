import type { Evaluation } from '../../../domain/evaluation/evaluation'
import { formItems, type MeasureIndex } from '../../../domain/forms/cellSpec'
import type { Form } from '../../../domain/forms/form'
import { itemOf, type ItemId } from '../../../domain/measures/item'
import { figureNames } from '../../../domain/measures/names'
import { isNumeric } from '../../../domain/measures/measure'
import { BASES } from '../../../domain/measures/basis'
import { heightOf, linesIn } from '../textLines'
import type { CellContent, PlannedCell, SheetPlan } from '../sheetPlan'

/** 分工取数表: what one office is asked for. */
export interface OfficeRequest {
  /** 人事. */
  readonly office: string
  readonly measures: readonly string[]
  /** Measures that belong to other offices, so that 三公 counts are not asked of 财务. */
  readonly others: readonly string[]
  readonly tables: readonly string[]
  /** ISO day, or empty. */
  readonly deadline: string
}

/** What the title says, and by what it is known when it comes back. */
export const OFFICE_TITLE = '分工取数表'
/** Heads of its columns. */
export const OFFICE_HEADS = ['序号', '数据项', '口径', '计量单位', '填报数', '取数来源', '说明'] as const

const WIDTHS = [6, 34, 52, 10, 16, 24, 22]
const isUnder = (measure: string, prefixes: readonly string[]): boolean => prefixes.some((prefix) => measure === prefix || measure.startsWith(`${prefix}.`))

/** The longest of the prefixes that covers a measure wins: threePublic.receptionBatches is 办公室's, threePublic.reception 财务's. */
const isOwn = (measure: string, { measures, others }: OfficeRequest): boolean => {
  const longest = (prefixes: readonly string[]): number => Math.max(-1, ...prefixes.filter((prefix) => isUnder(measure, [prefix])).map(({ length }) => length))
  return longest(measures) > longest(others)
}

/** The items an office is asked for: input cells of the forms, each once. Totals that follow from others are not asked for. */
export function officeItems(request: OfficeRequest, forms: readonly Form[], measures: MeasureIndex): readonly ItemId[] {
  return [...new Set(forms.flatMap((form) => formItems(form, measures)))].filter((item) => {
    const measure = measures.get(itemOf(item).measure)
    return measure !== undefined && !measure.parts && isOwn(measure.id, request)
  })
}

/** The sheet an office fills in: its items alone, with 口径, unit, what is known already, and a line to sign. */
export function officeSheet(request: OfficeRequest, evaluation: Evaluation, forms: readonly Form[], measures: MeasureIndex): SheetPlan {
  const names = figureNames([...measures.values()])
  const cells: PlannedCell[] = []
  const heights = new Map<number, number>([[0, 32], [1, 24], [2, 28]])
  const text = (words: string): CellContent => (words === '' ? { kind: 'blank' } : { kind: 'text', text: words })
  const put = (row: number, column: number, content: CellContent | string, look: PlannedCell['look'], more: Partial<PlannedCell> = {}): void => {
    cells.push({ row, column, look, content: typeof content === 'string' ? text(content) : content, ...more })
  }
  const unit = evaluation.answers['unit.name']
  put(0, 0, `${evaluation.year}年度部门整体支出绩效评价${OFFICE_TITLE}（${request.office}）`, 'title', { columns: WIDTHS.length })
  put(1, 0, `填报单位：${unit?.kind === 'given' ? unit.text : ''}　　评价年度：${evaluation.year}　　单位：万元${request.deadline === '' ? '' : `　　请于 ${request.deadline} 前交回`}`, 'caption', { columns: WIDTHS.length })
  OFFICE_HEADS.forEach((head, column) => put(2, column, head, 'head'))
  let row = 3
  for (const item of officeItems(request, forms, measures)) {
    const { measure: id, basis } = itemOf(item)
    const measure = measures.get(id)!
    const answer = evaluation.answers[item]
    const meaning = [measure.definition, basis && measure.bases.length > 1 ? BASES[basis].definition : ''].filter((part) => part !== '').join(' ')
    const value: CellContent = !answer ? { kind: 'blank' } : answer.kind === 'notInvolved' ? { kind: 'text', text: '不涉及' }
      : isNumeric(measure) ? { kind: 'number', text: answer.text } : { kind: 'text', text: answer.text }
    put(row, 0, { kind: 'number', text: String(row - 2) }, 'plainCenter')
    put(row, 1, names.figure(item), 'plain')
    put(row, 2, meaning, 'plain')
    put(row, 3, measure.unit, 'plainCenter')
    put(row, 4, value, isNumeric(measure) ? 'input' : 'inputText', measure.options ? { options: measure.options } : {})
    put(row, 5, answer?.provenance?.source ?? '', 'inputText')
    put(row, 6, answer?.provenance?.note ?? '', 'inputText')
    const words = [names.figure(item), meaning, measure.unit, value.kind === 'text' ? value.text : '', answer?.provenance?.source ?? '', answer?.provenance?.note ?? '']
    heights.set(row, heightOf(Math.max(...words.map((part, column) => linesIn(part, WIDTHS[column + 1]!)))))
    row++
  }
  put(row, 0, '没有的填“0”，本单位不发生的填“不涉及”，还没有数的留空；请不要改“数据项”一栏。', 'note', { columns: WIDTHS.length })
  put(row + 1, 0, '填表人（签名）：　　　　　　　股室负责人（签名）：　　　　　　　日期：', 'captionWrap', { columns: WIDTHS.length })
  heights.set(row, 20).set(row + 1, 34)
  return { name: `分工取数表（${request.office.replace(/[\\/?*[\]:']/g, '').slice(0, 20)}）`, cells, widths: WIDTHS, heights, landscape: true, repeated: [1, 3], hidden: false }
}
