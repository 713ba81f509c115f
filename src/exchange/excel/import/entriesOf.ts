import type { Answer, Provenance } from '../../../domain/evaluation/answer'
import type { Evaluation } from '../../../domain/evaluation/evaluation'
import type { Figures } from '../../../domain/figures/figures'
import type { Fund } from '../../../domain/measures/basis'
import { itemId, itemOf, type ItemId } from '../../../domain/measures/item'
import { figureNames } from '../../../domain/measures/names'
import { FUNDS } from '../../../domain/measures/basis'
import type { Measure } from '../../../domain/measures/measure'
import { printedPlaces } from '../../../kernel/decimalText'
import { randomId } from '../../../kernel/randomId'
import { equals, fromDecimal, roundHalfUp } from '../../../kernel/rational'
import { NOT_INVOLVED } from '../formSheet'
import type { ImportEntry } from './importPlan'
import type { Taking } from './taking'
import type { TakenRow } from './takingsOf'

/** What turning takings into entries needs to know. */
export interface EntryContext {
  readonly desk: Evaluation
  readonly measures: readonly Measure[]
  /** Figures of the desk: a total that follows from its parts is no blank. */
  readonly figures: Figures
  /** Items that some form shows. */
  readonly shownItems: ReadonlySet<ItemId>
  /** Funds whose total expenditure is all there is: what is true of them is true of 全部资金. */
  readonly wholeFunds: ReadonlySet<Fund>
  readonly today: string
  /** How final the figures are. */
  readonly state?: Provenance['state']
  /** A reason to look before taking anything of the sheet. */
  readonly doubt?: string
  readonly file: number
}

const shown = (answer: Answer): string => (answer.kind === 'given' ? answer.text : NOT_INVOLVED)

/** Whether two figures say the same: equal, or the finer one rounds to the other. */
function agree(a: Answer, b: Answer): 'same' | 'rounded' | 'different' {
  if (a.kind !== b.kind) return 'different'
  if (a.kind !== 'given' || b.kind !== 'given') return 'same'
  const [x, y] = [fromDecimal(a.text), fromDecimal(b.text)]
  if (!x || !y) return a.text === b.text ? 'same' : 'different'
  if (equals(x, y)) return 'same'
  const places = Math.min(printedPlaces(a.text), printedPlaces(b.text))
  return equals(roundHalfUp(x, places), roundHalfUp(y, places)) ? 'rounded' : 'different'
}

/** The item of a form that a taking fills: its own, or of 全部资金 where its fund is all there is. */
function placed(item: ItemId, { shownItems, wholeFunds }: EntryContext): { readonly item: ItemId; readonly note: string; readonly doubt?: string } | null {
  if (shownItems.has(item)) return { item, note: '' }
  const { measure, basis, fund } = itemOf(item)
  if (fund === undefined || fund === 'all' || basis === undefined) return null
  const all = itemId(measure, basis, 'all')
  if (!shownItems.has(all)) return null
  if (wholeFunds.has(fund)) return { item: all, note: `（${FUNDS[fund]}；支出合计与全部资金相等，没有其他资金）` }
  return { item: all, note: `（${FUNDS[fund]}）`, doubt: `这是${FUNDS[fund]}口径，填报表填全部资金；单位另有其他资金的要加上，请核对后勾选。` }
}

/** What takings of one sheet would do to the evaluation on the desk. `taken` remembers who gave what first, over all sheets. */
export function entriesOf(takings: readonly Taking[], context: EntryContext, taken: Map<ItemId, { readonly answer: Answer; readonly label: string }>): readonly ImportEntry[] {
  const names = figureNames(context.measures)
  return takings.map((taking): ImportEntry => {
    const from = { file: context.file, sheet: taking.sheet, cell: taking.cell, found: taking.found, cells: taking.kind === 'refused' ? taking.cells ?? 1 : 1, edit: null, ticked: false }
    if (taking.kind === 'refused') return { ...from, state: 'rejected', label: taking.label, standing: null, reason: taking.reason }
    const place = placed(taking.item, context)
    if (!place) return { ...from, state: 'rejected', label: taking.label, standing: null, reason: `填报表没有“${names.figure(taking.item)}”这一格。` }
    const { item } = place
    const mine = Object.hasOwn(context.desk.answers, item) ? context.desk.answers[item]! : null
    const text = shown(taking.answer)
    const entry = { ...from, label: names.figure(item), found: text === taking.found ? text : `${taking.found} → ${text}`, standing: mine && shown(mine) }
    const before = taken.get(item)
    if (before) {
      const how = agree(before.answer, taking.answer)
      return how === 'different'
        ? { ...entry, state: 'conflict', reason: `与${before.label}的 ${shown(before.answer)} 不一致，请核对；勾选则用这里的。`, edit: edit(item, mine, taking, context, place.note) }
        : { ...entry, state: 'unchanged', reason: `与${before.label}相同。` }
    }
    taken.set(item, { answer: taking.answer, label: taking.label })
    const how = mine && agree(mine, taking.answer)
    if (how === 'same') return { ...entry, state: 'unchanged', reason: `${taking.source}${place.note}` }
    if (how === 'rounded') return { ...entry, state: 'unchanged', reason: `四舍五入后与本机相同。${taking.source}` }
    const derived = mine ? null : derivedAnswer(item, context.figures)
    if (derived && agree(derived, taking.answer) !== 'different') return { ...entry, standing: shown(derived), state: 'unchanged', reason: '与系统按其他数算出的相同。' }
    const doubt = taking.doubt ?? place.doubt ?? context.doubt
    const change = edit(item, mine, taking, context, place.note)
    if (derived) return { ...entry, standing: shown(derived), state: 'conflict', reason: `系统按其他数算出 ${shown(derived)}，勾选则用文件的数。${taking.source}${place.note}`, edit: change }
    if (mine) return { ...entry, state: 'conflict', reason: doubt ?? `本机已有不同的数，勾选则用文件的。${taking.source}${place.note}`, edit: change }
    return { ...entry, state: 'new', ticked: doubt === undefined, reason: doubt ?? `${taking.source}${place.note}`, edit: change }
  })
}

/** What an unanswered item comes to by itself. */
function derivedAnswer(item: ItemId, figures: Figures): Answer | null {
  const figure = figures.item(item)
  return figure.kind === 'value' ? { kind: 'given', text: figure.text } : null
}

function edit(item: ItemId, before: Answer | null, taking: Extract<Taking, { kind: 'figure' }>, context: EntryContext, note: string): ImportEntry['edit'] {
  const provenance: Provenance = { ...taking.answer.provenance, source: `${taking.source}${note}`, takenOn: context.today, ...(context.state ? { state: context.state } : {}) }
  return { kind: 'answer', item, before, after: { ...taking.answer, provenance } }
}

const nameOf = (cells: TakenRow['cells']): string => {
  const name = cells['name'] ?? cells['use'] ?? Object.values(cells)[0]
  return name ? shown(name) : ''
}

/** What the rows of a foreign list would do: a row with a name the desk has is compared with it, others are added. */
export function rowEntries(rows: readonly TakenRow[], context: EntryContext): readonly ImportEntry[] {
  const added = new Map<string, number>()
  const free = new Map<string, string[]>()
  for (const [table, mine] of Object.entries(context.desk.tables)) for (const row of mine) free.set(`${table} ${nameOf(row.cells)}`, [...(free.get(`${table} ${nameOf(row.cells)}`) ?? []), row.id])
  return rows.flatMap((row): readonly ImportEntry[] => {
    const mine = context.desk.tables[row.table] ?? []
    const id = free.get(`${row.table} ${nameOf(row.cells)}`)?.shift()
    const there = id === undefined ? undefined : mine.find((one) => one.id === id)
    const columns = Object.keys(row.cells)
    const from = { file: context.file, sheet: row.sheet, cell: row.cell, label: row.label || '（无名称的行）' }
    if (!there) {
      const index = mine.length + (added.get(row.table) ?? 0)
      added.set(row.table, index - mine.length + 1)
      return [{ ...from, state: 'new', found: `${row.label}（${columns.length} 格）`, standing: null, ticked: context.doubt === undefined, cells: columns.length,
        reason: context.doubt ?? (row.kind === 'merged' ? '看名称是合并行，已记作“合并”。' : null), edit: { kind: 'rowAdded', table: row.table, index, row: { id: randomId(), kind: row.kind, cells: row.cells } } }]
    }
    return columns.map((column): ImportEntry => {
      const [after, before] = [row.cells[column]!, there.cells[column] ?? null]
      const how = before && agree(before, after)
      const entry = { ...from, found: shown(after), standing: before && shown(before), cells: 1 }
      if (how === 'same' || how === 'rounded') return { ...entry, state: 'unchanged', ticked: false, reason: null, edit: null }
      return { ...entry, state: before ? 'conflict' : 'new', ticked: !before && context.doubt === undefined, reason: context.doubt ?? (before ? '本机已有不同的内容，勾选则用文件的。' : null),
        edit: { kind: 'cell', table: row.table, row: there.id, column, before, after } }
    })
  })
}
