import { given, type Answer } from '../evaluation/answer'
import { defaultSettings, type Evaluation, type Row } from '../evaluation/evaluation'
import type { Figures } from '../figures/figures'
import { figuresOf } from '../figures/figuresOf'
import { formItems, measureIndex, type MeasureIndex } from '../forms/cellSpec'
import type { Block, Form } from '../forms/form'
import { BASES, FROM_LAST_YEAR, type Basis } from '../measures/basis'
import { itemId, itemOf, type ItemId } from '../measures/item'
import type { Measure } from '../measures/measure'

type Table = Extract<Block, { readonly kind: 'table' }>
type Answers = { readonly [id: string]: Answer }

const isBasis = (basis: string): basis is Basis => Object.hasOwn(BASES, basis)

/** Bases that repeat last year's figures: [this year's, last year's]. */
export const REPEATED: readonly (readonly [now: Basis, then: Basis])[] =
  Object.entries(FROM_LAST_YEAR).flatMap(([now, then]) => (isBasis(now) && then ? [[now, then] as const] : []))

/** What a figure was last year's evaluation, said in its 取数来源. */
function inherited(answer: Answer, year: number): Answer {
  const state = answer.provenance?.state
  return { ...answer, provenance: { source: `${year} 年度评价`, ...(state === undefined ? {} : { state }) } }
}

/** Last year's answers on the bases that this year repeats. */
function statedAnswers(last: Evaluation, measures: MeasureIndex): Answers {
  const answers: Record<ItemId, Answer> = {}
  for (const [id, answer] of Object.entries(last.answers)) {
    const { measure: measureId, basis, fund } = itemOf(id)
    const measure = measures.get(measureId)
    for (const [now, then] of REPEATED)
      if (basis === then && measure?.bases.includes(now)) answers[itemId(measureId, now, fund)] = inherited(answer, last.year)
  }
  return answers
}

/** Words that stay from year to year. */
function lastingAnswers(last: Evaluation, forms: readonly Form[]): Answers {
  const items = forms.flatMap((form) => form.blocks.flatMap((block) => (block.kind === 'fields' ? block.fields.filter(({ lasting }) => lasting).map(({ item }) => item) : [])))
  return Object.fromEntries(items.flatMap((item) => (Object.hasOwn(last.answers, item) ? [[item, last.answers[item]!]] : [])))
}

/** Columns of a list that repeat last year's: [this year's, last year's]. */
export function repeatedColumns(table: string, measures: readonly Measure[]): readonly (readonly [now: string, then: string])[] {
  return measures.flatMap(({ listed }) => (listed?.table !== table ? [] : REPEATED.flatMap(([now, then]) => {
    const [to, from] = [listed.columns[now], listed.columns[then]]
    return to === undefined || from === undefined ? [] : [[to, from] as const]
  })))
}

/** Rows of a list whose columns repeat last year's; the ids stay, so that a project is known again. */
function rolledRows(block: Table, last: Evaluation, measures: readonly Measure[]): readonly Row[] {
  const columns = repeatedColumns(block.table, measures)
  if (columns.length === 0) return []
  return (last.tables[block.table] ?? []).map((row): Row => ({
    ...row,
    cells: Object.fromEntries([
      ...block.columns.flatMap(({ id, lasting }) => (lasting && row.cells[id] ? [[id, row.cells[id]] as const] : [])),
      ...columns.flatMap(([to, from]) => (row.cells[from] ? [[to, inherited(row.cells[from], last.year)] as const] : [])),
    ]),
  }))
}

/** What followed from other figures last year and does not follow from them now: stated, so that no column stays open. */
function derivedAnswers(rolled: Evaluation, before: Figures, last: Evaluation, forms: readonly Form[], measures: readonly Measure[]): Answers {
  const now = figuresOf(rolled, measures)
  return Object.fromEntries(forms.flatMap((form) => formItems(form, measureIndex(measures))).flatMap((id) => {
    const { measure, basis, fund } = itemOf(id)
    const then = basis === undefined ? undefined : FROM_LAST_YEAR[basis]
    if (then === undefined || now.item(id).kind === 'value') return []
    const figure = before.item(itemId(measure, then, fund))
    return figure.kind === 'value' ? [[id, inherited(given(figure.text, { state: 'derived' }), last.year)]] : []
  }))
}

/**
 * 沿用上年数据新建: next year's evaluation with every column that repeats this year's filled by basis, the unit's lasting words and
 * projects, and nothing else. Framework and outline, its own sections included, stay as they were.
 */
export function rollOver(last: Evaluation, id: string, forms: readonly Form[], measures: readonly Measure[]): Evaluation {
  const tables = forms.flatMap((form) => form.blocks.filter((block): block is Table => block.kind === 'table'))
  const { ratesFrom, rateRounding, scope, mode } = last.settings
  const rolled: Evaluation = {
    format: 1, id, year: last.year + 1, ...(last.sample ? { sample: last.sample } : {}),
    settings: { ...defaultSettings, ratesFrom, rateRounding, scope, mode },
    framework: last.framework, outline: last.outline, ...(last.sections ? { sections: last.sections } : {}),
    answers: { ...lastingAnswers(last, forms), ...statedAnswers(last, measureIndex(measures)) },
    tables: Object.fromEntries(tables.map((block) => [block.table, rolledRows(block, last, measures)] as const).filter(([, rows]) => rows.length > 0)),
    judgements: {}, narrative: {}, explanations: {},
  }
  return { ...rolled, answers: { ...rolled.answers, ...derivedAnswers(rolled, figuresOf(last, measures), last, forms, measures) } }
}
