import type { Form } from '../../../domain/forms/form'
import { itemId, itemIn, type ItemId } from '../../../domain/measures/item'
import type { Measure } from '../../../domain/measures/measure'
import { yeared } from '../../../domain/report/compose'
import { bareName, compact, labelOf, likeness, stemOf } from './label'
import type { Confidence, Meaning } from './mapping'

/** A name found, and how surely. */
export interface Match {
  readonly meaning: Meaning
  readonly confidence: Confidence
}

/** A row of a form under its bare name. */
interface NamedRow {
  readonly form: string
  readonly row: string
}

/** A 三级指标 of the evaluation's framework. */
export interface NamedIndicator {
  readonly id: string
  readonly title: string
}

const LONGEST_INDICATOR = 60
const WEIGHT_BEHIND = /\((?:满分)?\d+(?:\.\d+)?分?\)$/

/** Names shorter than this are not guessed at. */
const SHORTEST_GUESS = 4
const ALIKE = 0.72

const bareLabel = (text: string): string => bareName(labelOf(text).name)

/** Everything a label may name: measures by name and alias, rows and columns of our forms, codes of the economic classification. */
export class Vocabulary {
  readonly measures: ReadonlyMap<string, Measure>
  readonly forms: readonly Form[]
  private readonly byName = new Map<string, string[]>()
  private readonly byStem = new Map<string, string[]>()
  private readonly byCode = new Map<string, string>()
  private readonly rows = new Map<string, NamedRow[]>()
  private readonly headItems = new Map<string, ItemId>()
  private readonly fields = new Map<string, ItemId>()
  private readonly tables = new Map<string, { table: string; column: string; kind: string }[]>()

  private readonly indicators: ReadonlyMap<string, string>

  constructor(measures: readonly Measure[], forms: readonly Form[], year: number, indicators: readonly NamedIndicator[] = []) {
    this.indicators = new Map([...indicators].reverse().map(({ id, title }) => [bareLabel(title), id]))
    this.measures = new Map(measures.map((measure) => [measure.id, measure]))
    this.forms = forms
    for (const measure of measures) this.addMeasure(measure)
    for (const form of forms) this.addForm(form, year)
  }

  private addMeasure(measure: Measure): void {
    const code = /\.(\d{3,5})$/.exec(measure.id)?.[1]
    if (code !== undefined) this.byCode.set(code, measure.id)
    for (const name of [measure.name, ...(measure.aliases ?? [])]) {
      const bare = bareLabel(name)
      push(this.byName, bare, measure.id)
      push(this.byStem, stemOf(bare), measure.id)
      // 办公费 is a line of the classification only where its code says so.
      if (code === undefined && measure.bases.length <= 1 && !this.fields.has(bare)) this.fields.set(bare, itemIn(measure, measure.bases[0], 'all'))
    }
  }

  private addForm(form: Form, year: number): void {
    for (const block of form.blocks) {
      if (block.kind === 'fields') for (const field of block.fields) this.fields.set(bareLabel(field.label), field.item)
      if (block.kind === 'table')
        for (const column of block.columns) push(this.tables, bareLabel(yeared(column.head, year)), { table: block.table, column: column.id, kind: column.kind })
      if (block.kind !== 'matrix') continue
      // A line of the classification is known by its code: 公务接待费 alone is the 三公 figure.
      for (const row of block.rows) if (labelOf(row.label).code === null) for (const name of new Set([bareLabel(row.label), bareLabel(row.name)])) if (name !== '') push(this.rows, name, { form: form.id, row: row.id })
      const only = block.rows.length === 1 ? block.rows[0]! : null
      for (const column of block.columns) {
        const spec = only?.cells?.[column.id]
        if (spec?.kind === 'item') for (const name of [yeared(column.head, year), column.label]) this.headItems.set(bareLabel(name), spec.item)
      }
    }
    for (const { label, item } of form.signatures) if (!this.fields.has(bareLabel(label))) this.fields.set(bareLabel(label), item)
  }

  /** The item that a column head names by itself: 编制数. */
  headItem(text: string): ItemId | null {
    const bare = bareLabel(text)
    const found = this.headItems.get(bare)
    if (found !== undefined) return found
    const measure = this.byName.get(bare)?.map((id) => this.measures.get(id)!).find(({ kind, bases }) => kind !== 'money' && bases.length === 1)
    return measure ? itemId(measure.id, measure.bases[0]) : null
  }

  /** The item of a label that stands beside its value: 单位名称. */
  field(text: string): ItemId | null {
    return this.fields.get(bareLabel(text)) ?? null
  }

  /** The 三级指标 that a cell names, its weight behind it or not: 预算完成率（10分）. */
  indicator(text: string): Match | null {
    if (this.indicators.size === 0 || text.length > LONGEST_INDICATOR) return null
    const name = compact(text).replace(WEIGHT_BEHIND, '')
    const bare = bareLabel(name)
    const exact = this.indicators.get(bare)
    if (exact !== undefined) return { meaning: { kind: 'indicator', indicator: exact }, confidence: 'sure' }
    if (bare.length < SHORTEST_GUESS) return null
    let found: { readonly id: string; readonly share: number } | null = null
    for (const [title, id] of this.indicators) {
      const share = likeness(title, bare)
      if (share >= ALIKE && share > (found?.share ?? 0)) found = { id, share }
    }
    return found && { meaning: { kind: 'indicator', indicator: found.id }, confidence: 'unsure' }
  }

  /** The columns of repeating tables that a head may be. */
  tableColumns(text: string): readonly { readonly table: string; readonly column: string; readonly kind: string }[] {
    return this.tables.get(bareLabel(text)) ?? []
  }

  /** Rows of forms that bear this label. */
  formRows(text: string): readonly NamedRow[] {
    return this.rows.get(bareLabel(text)) ?? []
  }

  /** What the label of a row names; `form` is the form most of its neighbours are found in, `used` the rows already given away. */
  row(text: string, form: string | null, used: ReadonlySet<string>): Match | null {
    const { code } = labelOf(text)
    const coded = code === null ? undefined : this.byCode.get(code)
    if (coded !== undefined) return { meaning: { kind: 'measure', measure: coded }, confidence: 'sure' }
    const bare = bareLabel(text)
    if (bare === '') return null
    const named = this.formRows(text)
    const own = named.find((row) => row.form === form && !used.has(`${row.form}/${row.row}`))
    if (own) return { meaning: { kind: 'row', form: own.form, row: own.row }, confidence: 'sure' }
    const exact = this.best(this.byName.get(bare))
    if (exact !== null) return { meaning: { kind: 'measure', measure: exact }, confidence: 'sure' }
    if (named[0] && !/^合计|^小计|^总计/.test(bare)) return { meaning: { kind: 'row', form: named[0].form, row: named[0].row }, confidence: 'likely' }
    const alike = this.best(this.byStem.get(stemOf(bare)))
    if (alike !== null) return { meaning: { kind: 'measure', measure: alike }, confidence: 'likely' }
    return this.guess(bare)
  }

  /** A measure that is no line of the classification, if there is one. */
  private best(ids: readonly string[] | undefined): string | null {
    return ids?.find((id) => !/\.\d{3,5}$/.test(id) && this.measures.get(id)!.kind !== 'text') ?? null
  }

  private guess(bare: string): Match | null {
    if (bare.length < SHORTEST_GUESS) return null
    let found: { readonly id: string; readonly share: number } | null = null
    for (const [name, ids] of this.byName) {
      const id = name.length < SHORTEST_GUESS ? null : this.best(ids)
      const share = id === null ? 0 : likeness(name, bare)
      if (id !== null && share >= ALIKE && share > (found?.share ?? 0)) found = { id, share }
    }
    return found && { meaning: { kind: 'measure', measure: found.id }, confidence: 'unsure' }
  }
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
