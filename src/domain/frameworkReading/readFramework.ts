import type { Expression } from '../expression/expression'
import type { Vocabulary } from '../expression/vocabulary'
import type { Framework, Indicator, IndicatorTexts } from '../indicators/framework'
import type { Measure } from '../measures/measure'
import { isComputed, SCORING_KINDS, type Scoring } from '../scoring/scoring'
import { add, compare, decimal, fromDecimal, toDecimalText, ZERO } from '../../kernel/rational'
import { findHead, COLUMN_ROLES, type ColumnRole, type TableHead } from './columns'
import { formulaIn, type FormulaReading, type FormulaTerm } from './formulaWords'
import { unmerged, type IndicatorTable } from './indicatorTable'
import { understandRule, type UnderstoodRule } from './understandRule'

/** What became of a row: its rule is computed or judged as it says; a person gives the points; it is no indicator; it cannot be one. */
export type RowState = 'understood' | 'byHand' | 'context' | 'rejected'

/** One row of the table in the coverage report. */
export interface RowReading {
  /** Counted from 1, as Excel counts. */
  readonly row: number
  readonly state: RowState
  /** What stands there, shortened. */
  readonly found: string
  /** How it was taken, or why not. */
  readonly says: string
  /** The indicator it became. */
  readonly indicator: string | null
  /** The rule's words that were understood. */
  readonly used: readonly string[]
  /** What was taken so without being said, and words that went unread. */
  readonly doubts: readonly string[]
  /** A scoring that fits part of the rule's words: not used unless the user says so. */
  readonly proposal: Scoring | null
}

/** 读取报告: every row accounted for. */
export interface FrameworkCoverage {
  readonly table: string
  readonly rows: readonly RowReading[]
  /** Columns with their roles, and those that hold nothing of a framework. */
  readonly columns: readonly { readonly head: string; readonly role: string | null }[]
  /** About the whole: the weights' sum, levels that do not add up. */
  readonly remarks: readonly string[]
}

/** A table read: the framework it gives and what became of every row; or why it is no indicator table. */
export type FrameworkReading =
  | { readonly ok: true; readonly framework: Framework; readonly coverage: FrameworkCoverage }
  | { readonly ok: false; readonly message: string }

/** What reading needs to know of the field. */
export interface ReadingKnowledge {
  readonly vocabulary: Vocabulary
  readonly terms: readonly FormulaTerm[]
  readonly measures: readonly Measure[]
  /** Id of the new framework. */
  readonly id: string
}

const WEIGHT_IN_NAME = /[（(]\s*(?:满分|共|计)?\s*(\d+(?:\.\d+)?)\s*(?:分|%)?\s*[)）]\s*$/

/** 「相关性（5分）」 → 相关性 and 5. */
function namedWeight(text: string): { readonly name: string; readonly weight: string | null } {
  const found = WEIGHT_IN_NAME.exec(text)
  return { name: text.replace(WEIGHT_IN_NAME, '').replace(/\s+/g, ''), weight: found?.[1] ?? null }
}

function weightOf(text: string): string | null {
  const number = text.replace(/[分％%\s]/g, '')
  const value = fromDecimal(number)
  return value && value.n > 0n ? toDecimalText(value) : null
}

const isTotal = (text: string): boolean => /^(总?合?计|总分|小计|总计|合计得分|满分)/.test(text.replace(/\s/g, ''))

interface Row {
  readonly number: number
  readonly cells: readonly string[]
  readonly own: readonly string[]
}

class Reader {
  readonly indicators: Indicator[] = []
  readonly readings: RowReading[] = []
  readonly levels = new Map<string, string>()
  private dimension = ''
  private group = ''
  private readonly titles = new Map<string, number>()
  private readonly head: TableHead
  private readonly knowledge: ReadingKnowledge
  constructor(head: TableHead, knowledge: ReadingKnowledge) {
    this.head = head
    this.knowledge = knowledge
  }

  private cell(row: Row, role: ColumnRole): string {
    const column = this.head.roles.get(role)
    return column === undefined ? '' : (row.cells[column] ?? '').trim()
  }

  private own(row: Row, role: ColumnRole): string {
    const column = this.head.roles.get(role)
    return column === undefined ? '' : (row.own[column] ?? '').trim()
  }

  private note(row: Row, state: RowState, says: string, rest: Partial<RowReading> = {}): void {
    const found = row.own.filter((text) => text.trim() !== '').join('｜').replace(/\s+/g, ' ')
    this.readings.push({ row: row.number, state, found: found.length > 60 ? `${found.slice(0, 60)}…` : found, says, indicator: null, used: [], doubts: [], proposal: null, ...rest })
  }

  private level(text: string, column: ColumnRole, before: string): string {
    if (text === '') return before
    const { name, weight } = namedWeight(text)
    if (weight !== null) this.levels.set(`${column} ${name}`, weight)
    return name
  }

  take(row: Row): void {
    if (row.own.every((text) => text.trim() === '')) return
    const title = this.cell(row, 'title')
    const first = row.cells.find((text) => text.trim() !== '') ?? ''
    if (isTotal(first) || isTotal(title)) return this.note(row, 'context', '合计行，不是指标')
    this.dimension = this.level(this.cell(row, 'dimension'), 'dimension', this.dimension)
    this.group = this.level(this.cell(row, 'group'), 'group', this.group)
    if (title === '' || (this.own(row, 'title') === '' && this.own(row, 'weight') === '' && this.indicators.length > 0 && this.cell(row, 'title') === this.lastTitle)) return this.continued(row)
    this.indicator(row, title)
  }

  private lastTitle = ''

  /** A row without a name of its own: more words of the indicator above, or nothing of ours. */
  private continued(row: Row): void {
    const above = this.indicators.at(-1)
    const words = (['definition', 'points', 'rule', 'standard', 'dataSource', 'evidence', 'formula'] as const).map((role) => this.own(row, role)).filter((text) => text !== '')
    if (!above || words.length === 0) return this.note(row, 'context', above ? '没有指标名称和评分文字，不是指标' : '表头之后、指标之前的文字')
    const weight = weightOf(this.own(row, 'weight'))
    if (weight !== null) return this.note(row, 'rejected', `有分值 ${weight}，但没有指标名称。请补上名称后再读。`)
    const rule = [above.texts.rule, this.own(row, 'rule')].filter((text) => text !== '').join('\n')
    const merged: Indicator = { ...above, texts: { ...above.texts, rule, ...this.more(above.texts, row) } }
    this.indicators.pop()
    const earlier = this.readings.findLastIndex(({ indicator, state }) => indicator === above.id && state !== 'context')
    const reading = this.readings[earlier]!
    this.readings.splice(earlier, 1)
    this.score(merged, { number: reading.row, cells: [], own: [reading.found] }, this.own(row, 'formula'))
    this.note(row, 'context', `并入上面的“${above.title}”`, { indicator: above.id })
  }

  private more(texts: IndicatorTexts, row: Row): Partial<IndicatorTexts> {
    const joined = (role: 'definition' | 'points' | 'standard' | 'dataSource' | 'evidence') => {
      const text = this.own(row, role)
      return text === '' ? {} : { [role]: [texts[role] ?? '', text].filter((one) => one !== '').join('\n') }
    }
    return { ...joined('definition'), ...joined('points'), ...joined('standard'), ...joined('dataSource'), ...joined('evidence') }
  }

  private indicator(row: Row, title: string): void {
    const { name, weight: inName } = namedWeight(title)
    const weight = weightOf(this.cell(row, 'weight')) ?? inName
    this.lastTitle = title
    if (name === '') return this.note(row, 'rejected', '没有指标名称。')
    if (weight === null) {
      const found = this.cell(row, 'weight')
      return this.note(row, 'rejected', found === '' ? `“${name}”没有分值。请在表中补上分值后再读。` : `“${name}”的分值写作“${found}”，应为大于 0 的数字。`)
    }
    const times = (this.titles.get(name) ?? 0) + 1
    this.titles.set(name, times)
    const text = (role: ColumnRole) => { const found = this.cell(row, role); return found === '' ? null : found }
    const [definition, points, standard, dataSource, evidence] = [text('definition'), text('points'), text('standard'), text('dataSource'), text('evidence')]
    this.score({
      id: `r${row.number}`, dimension: this.dimension || '指标', group: this.group || this.dimension || '指标', title: times > 1 ? `${name}（${times}）` : name, weight,
      scoring: { kind: 'tiers', tiers: [{ label: '按评分细则给分', points: weight, least: '0' }], notApplicable: 'ask', zeroDivisor: 'ask' },
      texts: { rule: text('rule') ?? '', ...(definition === null ? {} : { definition }), ...(points === null ? {} : { points }), ...(standard === null ? {} : { standard }), ...(dataSource === null ? {} : { dataSource }), ...(evidence === null ? {} : { evidence }) },
      basis: `自读入的表第 ${row.number} 行`, verification: 'unverified',
    }, row, this.cell(row, 'formula'))
  }

  /** Gives the indicator its scoring by the rule's words, and notes how they were taken. */
  private score(indicator: Indicator, row: Row, formulaText: string): void {
    const { texts, title, weight } = indicator
    const words = [texts.rule, texts.rule === '' ? texts.standard ?? '' : ''].join('')
    const rule = words === '' ? null : understandRule(words, { title, weight, points: texts.points ?? '' })
    const formula = [formulaText, texts.definition ?? '', texts.points ?? '', texts.rule].map((text) => (/=/.test(text.replace('＝', '=')) ? text : `${title}=${text}`)).map((text) => formulaIn(text.replaceAll('＝', '='), this.knowledge.terms, this.knowledge.vocabulary)).find((found) => found !== null) ?? null
    const common = { indicator: indicator.id }
    if (!rule || rule.unread.length > 0) {
      this.indicators.push(indicator)
      const says = words === '' ? '没有评分文字，由人给分' : rule ? `有没读懂的话，由人给分；可采用为“${SCORING_KINDS[rule.scoring.kind]}”` : '评分文字没有读懂，由人给分'
      return this.note(row, 'byHand', says, { ...common, used: rule?.used ?? [], doubts: rule?.unread.map((text) => `没读懂：${text}`) ?? [], proposal: rule?.scoring ?? null })
    }
    if (isComputed(rule.scoring) && !formula) {
      this.indicators.push(scored(indicator, rule, null))
      return this.note(row, 'byHand', `读懂了评分（${SCORING_KINDS[rule.scoring.kind]}），但没有读出算式：由人填完成值，得分自动算；补上算式后全自动`, { ...common, used: rule.used, doubts: rule.assumed })
    }
    this.indicators.push(scored(indicator, rule, isComputed(rule.scoring) ? formula : null))
    const computed = isComputed(rule.scoring) && formula
    this.note(row, 'understood', computed ? `自动计算：${SCORING_KINDS[rule.scoring.kind]}` : `按规则判断：${SCORING_KINDS[rule.scoring.kind]}`, {
      ...common, used: [...rule.used, ...(computed ? [computed.words] : [])], doubts: [...rule.assumed, ...(computed ? [...new Set(computed.taken)].map((one) => `请核对口径：${one}`) : []), ...(rule.quirk ? [rule.quirk] : [])],
    })
  }
}

/** The rule may speak of the value's size alone. */
const sized = (formula: Expression, rule: string): Expression => (/绝对值/.test(rule) && formula.kind !== 'call' ? { kind: 'call', name: 'ABS', args: [formula] } : formula)

function scored(indicator: Indicator, rule: UnderstoodRule, formula: FormulaReading | null): Indicator {
  return { ...indicator, scoring: rule.scoring, ...(formula ? { formula: sized(formula.formula, indicator.texts.rule), valueStyle: 'percent' as const } : {}), ...(rule.quirk ? { quirk: rule.quirk } : {}) }
}

function levelRemarks(framework: Framework, levels: ReadonlyMap<string, string>): readonly string[] {
  return [...levels].flatMap(([key, stated]) => {
    const [role = '', name = ''] = key.split(' ')
    const inside = framework.indicators.filter((one) => (role === 'dimension' ? one.dimension : one.group) === name)
    const total = inside.map(({ weight }) => decimal(weight)).reduce(add, ZERO)
    return inside.length === 0 || compare(total, decimal(stated)) === 0 ? [] : [`“${name}”写明 ${stated} 分，所属指标合计 ${toDecimalText(total)} 分`]
  })
}

/** Reads any indicator table as a framework. Nothing of it is dropped in silence: each row that holds something is in the coverage report. */
export function readFramework(table: IndicatorTable, title: string, knowledge: ReadingKnowledge): FrameworkReading {
  const cells = unmerged(table)
  const head = findHead(cells)
  if (!head) return { ok: false, message: `“${table.name}”里没有找到指标表的表头。表头应有“三级指标（或指标名称）”和“分值”“评分标准”等栏名。` }
  const reader = new Reader(head, knowledge)
  const covered = new Set(table.merges.flatMap(({ row, column, rows, columns }) => Array.from({ length: rows * columns }, (_, i) => `${row + Math.floor(i / columns)} ${column + (i % columns)}`).filter((key) => key !== `${row} ${column}`)))
  cells.forEach((row, i) => {
    const own = (table.rows[i] ?? []).map((text, column) => (covered.has(`${i} ${column}`) ? '' : text))
    if (own.every((text) => text.trim() === '')) return
    const found = own.filter((text) => text.trim() !== '').join('｜').slice(0, 60)
    if (i <= head.row) reader.readings.push({ row: i + 1, state: 'context', found, says: i === head.row ? '表头' : '表头以上的文字', indicator: null, used: [], doubts: [], proposal: null })
    else reader.take({ number: i + 1, cells: row, own })
  })
  if (reader.indicators.length === 0) return { ok: false, message: `“${table.name}”的表头读到了，但没有一行有名称和分值的指标。请检查“分值”一栏是否填了数字。` }
  const total = reader.indicators.map(({ weight }) => decimal(weight)).reduce(add, ZERO)
  const framework: Framework = {
    id: knowledge.id, version: '1', title, basis: `读入的表：${table.name}`, region: '未注明', years: '未注明', verification: 'unverified',
    verificationNote: '由表格读入，评分方式和算式请逐项核对。', total: toDecimalText(total), indicators: reader.indicators, measures: knowledge.measures,
  }
  const columnsRead = (cells[head.row] ?? []).flatMap((text, column) => {
    const role = [...head.roles].find(([, at]) => at === column)?.[0] ?? null
    return text.trim() === '' ? [] : [{ head: text.replace(/\s+/g, ''), role: role ? COLUMN_ROLES[role] : head.levelWeights.includes(column) ? '上级指标的分值' : null }]
  })
  const remarks = [...(compare(total, decimal('100')) === 0 ? [] : [`分值合计 ${toDecimalText(total)} 分，不是 100 分。`]), ...levelRemarks(framework, reader.levels)]
  return { ok: true, framework, coverage: { table: table.name, rows: reader.readings.toSorted((a, b) => a.row - b.row), columns: columnsRead, remarks } }
}
