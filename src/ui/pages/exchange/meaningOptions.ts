import { catalog } from '../../../catalog/catalog'
import { BASES, FUNDS, type Basis } from '../../../domain/measures/basis'
import { itemIn } from '../../../domain/measures/item'
import { isNumeric } from '../../../domain/measures/measure'
import type { MappedLabel, Meaning } from '../../../stores/importer'

/** One thing a label may be said to stand for. */
export interface MeaningOption {
  readonly key: string
  readonly name: string
  readonly meaning: Meaning
}

/** A 三级指标 of the open evaluation. */
export interface NamedIndicator {
  readonly id: string
  readonly title: string
}

type ScoreColumn = Extract<Meaning, { readonly kind: 'score' }>['column']

const SCORE_COLUMNS: { readonly [C in ScoreColumn]: string } = { value: '完成值', points: '自评得分', reason: '扣分原因', weight: '分值（只核对，不填）' }

const NOTHING: MeaningOption = { key: 'nothing', name: '不取', meaning: { kind: 'nothing' } }

const measureNames = new Map(catalog.measures.map((measure) => [measure.id, /^economic\.(\d+)$/.exec(measure.id) ? `${measure.id.slice(9)} ${measure.name}` : measure.name]))

/** A meaning as one text, for a choice. */
export function meaningKey(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'measure': return `measure:${meaning.measure}`
    case 'row': return `row:${meaning.form}/${meaning.row}`
    case 'basis': return `basis:${meaning.basis}/${meaning.fund ?? ''}`
    case 'item': return `item:${meaning.item}`
    case 'column': return `column:${meaning.table}.${meaning.column}`
    case 'indicator': return `indicator:${meaning.indicator}`
    case 'score': return `score:${meaning.column}`
    case 'nothing': return 'nothing'
  }
}

const columnName = (table: string, column: string): string => {
  for (const form of catalog.forms) for (const block of form.blocks) if (block.kind === 'table' && block.table === table) {
    const found = block.columns.find(({ id }) => id === column)
    if (found) return `${form.name} ${found.formulaName ?? found.head}`
  }
  return column
}

/** What a meaning is called; `indicators` are those of the open evaluation. */
export function meaningName(meaning: Meaning, indicators: readonly NamedIndicator[] = []): string {
  switch (meaning.kind) {
    case 'measure': return measureNames.get(meaning.measure) ?? meaning.measure
    case 'row': {
      const form = catalog.forms.find(({ id }) => id === meaning.form)
      const row = form?.blocks.flatMap((block) => (block.kind === 'matrix' ? block.rows : [])).find(({ id }) => id === meaning.row)
      return `${form?.name ?? ''} ${row?.name ?? meaning.row}`
    }
    case 'basis': return meaning.fund === null ? BASES[meaning.basis].name : `${BASES[meaning.basis].name}（${FUNDS[meaning.fund]}）`
    case 'item': return measureNames.get(meaning.item.split('@')[0] ?? '') ?? meaning.item
    case 'column': return columnName(meaning.table, meaning.column)
    case 'indicator': return indicators.find(({ id }) => id === meaning.indicator)?.title ?? meaning.indicator
    case 'score': return SCORE_COLUMNS[meaning.column]
    case 'nothing': return NOTHING.name
  }
}

const option = (meaning: Meaning, indicators: readonly NamedIndicator[] = []): MeaningOption => ({ key: meaningKey(meaning), name: meaningName(meaning, indicators), meaning })

const rowOptions: readonly MeaningOption[] = catalog.measures.filter(isNumeric).map((measure) => option({ kind: 'measure', measure: measure.id }))
const columnOptions: readonly MeaningOption[] = (Object.keys(BASES) as Basis[]).map((basis) => option({ kind: 'basis', basis, fund: null }))
const fieldOptions: readonly MeaningOption[] = catalog.measures.filter((measure) => measure.bases.length <= 1).map((measure) => option({ kind: 'item', item: itemIn(measure, measure.bases[0], 'all') }))

const tableOptions = (table: string): readonly MeaningOption[] => catalog.forms.flatMap((form) => form.blocks.flatMap((block) =>
  (block.kind === 'table' && block.table === table ? block.columns.map((column) => option({ kind: 'column', table, column: column.id })) : [])))

const scoreOptions: readonly MeaningOption[] = (Object.keys(SCORE_COLUMNS) as ScoreColumn[]).map((column) => option({ kind: 'score', column }))

function optionsAt({ place, meaning }: Pick<MappedLabel, 'place' | 'meaning'>, indicators: readonly NamedIndicator[]): readonly MeaningOption[] {
  switch (place) {
    case 'row': return rowOptions
    case 'field': return fieldOptions
    case 'indicator': return indicators.map(({ id }) => option({ kind: 'indicator', indicator: id }, indicators))
    case 'score': return scoreOptions
    case 'column': return meaning.kind === 'column' ? tableOptions(meaning.table) : columnOptions
  }
}

/** What a label may stand for, where it stands; what it stands for now is among them. */
export function meaningOptions(label: Pick<MappedLabel, 'place' | 'meaning'>, indicators: readonly NamedIndicator[]): readonly MeaningOption[] {
  const all = optionsAt(label, indicators)
  const now = option(label.meaning, indicators)
  return [NOTHING, ...(all.some(({ key }) => key === now.key) || now.key === NOTHING.key ? [] : [now]), ...all]
}
