import { printedPlaces } from '../../../kernel/decimalText'
import { canMeet } from '../../../kernel/interval'
import { equals, powerOfTen, roundHalfUp, type Rational } from '../../../kernel/rational'
import type { Relation } from '../checkup'
import { readAs, type Figure } from '../figure'
import { columnOf, type Line } from '../group'
import type { Mention } from '../mention'
import { isGeneric } from '../nameWords'
import type { Table } from '../table'
import { isZero, relationOf, words } from './relate'
import { slipOf } from './typo'

const digits = ({ quantity }: Figure): number => quantity.value.replace(/\D/g, '').replace(/^0+/, '').length

/** The heart of a name: 公务用车运行维护费 and 车辆运行 name one thing. */
const essence = (name: string): string => name.replace(/[（）\s]|其中|：|^[一二三四五六七八九十\d]+[、.]|的|费用|经费|维护|公务|费|公?务?用?车辆?(?=购置|运行)|辆|总额|金额|数$|额$|款$/g, '')

/** Whether two prints of one quantity agree: alike to the digit, or one of them coarser. */
function agree(a: Figure, b: Figure): Relation['verdict'] {
  if (equals(a.value, b.value)) return 'holds'
  const [fine, coarse] = printedPlaces(a.quantity.value) - a.power >= printedPlaces(b.quantity.value) - b.power ? [a, b] : [b, a]
  const step = printedPlaces(coarse.quantity.value) - coarse.power
  if (printedPlaces(fine.quantity.value) - fine.power === step) return 'contradicted'
  if (step >= 0 ? equals(roundHalfUp(fine.value, step), coarse.value) : canMeet({ low: fine.value, high: fine.value }, coarse.interval)) return 'holds'
  return canMeet(a.interval, b.interval) ? 'rounding' : 'contradicted'
}

interface Said {
  readonly mention: Mention
  readonly line: number
}

/** A thing said over and over is held against its latest prints only. */
const MOST_REPEATS = 6

const sure = (name: string): boolean => name.length >= 6 || /(?:合计|总计)$/.test(name)

/** The same quantity said twice in the prose: name, year and column alike. Values that differ are told only where a slip of the pen explains them. */
function inProse(lines: readonly Line[]): readonly Relation[] {
  const seen = new Map<string, Said[]>()
  const found: Relation[] = []
  for (const line of lines) for (const group of line.groups) {
    const mention = group.mentions.find(({ role }) => role === 'amount')
    if (!mention || group.depth > 0 || isGeneric(group.name) || group.name.length < 4 || mention.figure.vague !== 'printed' || mention.figure.quantity.kind !== 'money' || isZero(mention.figure)) continue
    const column = columnOf(mention)
    const key = `${group.name}|${column === 'plain' ? 'actual' : column}`
    const earlier = (seen.get(key) ?? []).slice(-MOST_REPEATS).filter((one) => one.mention.year === null || mention.year === null || one.mention.year === mention.year)
    const equal = earlier.findLast((one) => agree(one.mention.figure, mention.figure) !== 'contradicted')
    if (equal) found.push(relationOf('same', mention.figure, [equal.mention.figure], { verdict: agree(equal.mention.figure, mention.figure), computed: equal.mention.figure.value }, `前文“${group.name}”${words(equal.mention.figure)}`))
    else {
      const other = earlier.at(-1)
      const slip = other && line.index - other.line <= 40 && sure(group.name) && digits(mention.figure) >= 4 ? slipOf(mention.figure, other.mention.figure.value) : null
      if (other && slip) found.push(relationOf('same', mention.figure, [other.mention.figure], { verdict: 'contradicted', computed: other.mention.figure.value }, `前文“${group.name}”${words(other.mention.figure)}`, { severity: 'suspicion', ...slip }))
    }
    const known = seen.get(key)
    if (known) known.push({ mention, line: line.index })
    else seen.set(key, [{ mention, line: line.index }])
  }
  return found
}

interface Known {
  readonly figure: Figure
  readonly year: number
  /** Whether its heading speaks of a budget; null where it speaks of neither budget nor account. */
  readonly budget: boolean | null
}

const MOST_CELLS = 40

/** What the document's own tables say of a thing, by the heart of its name. */
function tableFigures(tables: readonly Table[]): ReadonlyMap<string, readonly Known[]> {
  const known = new Map<string, Known[]>()
  const add = (name: string, one: Known): void => {
    const key = essence(name)
    if (key.length < 2) return
    const found = known.get(key)
    if (!found) known.set(key, [one])
    else if (found.length < MOST_CELLS) found.push(one)
  }
  const yearIn = (label: string): number => Number(/(?:19|20)\d\d/.exec(label)?.[0] ?? 0)
  for (const { headers, rows } of tables) for (const row of rows) row.cells.forEach(({ figure }, column) => {
    if (!figure || figure.quantity.kind === 'percent') return
    const header = headers[column] ?? ''
    const year = yearIn(header) || yearIn(row.label)
    if (row.label !== '') add(row.label, { figure, year, budget: /预算/.test(header) ? true : /决算/.test(header) ? false : null })
    if (/合计|总计|^(?:19|20)\d\d/.test(row.label) && header !== '') {
      const last = header.split(' ').at(-1)!
      add(/^(?:合计|小计)$/.test(last) && header.includes(' ') ? header.split(' ')[0]! : last, { figure, year, budget: null })
    }
  })
  return known
}

/** 收入总计 = 支出总计, said in one sentence or in neighbouring lines. Only agreement is told: a carry-over may lie between. */
function balances(lines: readonly Line[]): readonly Relation[] {
  const totals = lines.flatMap((line) => line.groups.flatMap((group) => {
    const mention = group.mentions.find(({ role }) => role === 'amount')
    return mention && mention.figure.quantity.kind === 'money' && !isZero(mention.figure) && /(?:收入|支出)(?:总计|合计|总额)?$/.test(group.name) ? [{ mention, line: line.index, income: group.name.includes('收入'), name: group.name.replace(/收入|支出/, '') }] : []
  }))
  return totals.flatMap((one, at) => {
    const other = one.income ? undefined : totals.slice(Math.max(0, at - 6), at).findLast((before) => before.income && before.name === one.name && one.line - before.line <= 2 && columnOf(before.mention) === columnOf(one.mention))
    return other && equals(other.mention.figure.value, one.mention.figure.value) ? [relationOf('same', one.mention.figure, [other.mention.figure], { verdict: 'holds', computed: other.mention.figure.value }, `收入与支出相等，${words(other.mention.figure)}`)] : []
  })
}

/** Prose against the document's own tables. */
function againstTables(lines: readonly Line[], tables: readonly Table[]): readonly Relation[] {
  if (tables.length === 0) return []
  const known = tableFigures(tables)
  return lines.flatMap((line) => line.groups.flatMap((group): readonly Relation[] => {
    const mention = group.mentions.find(({ role }) => role === 'amount')
    if (!mention || isGeneric(group.name) || mention.figure.vague !== 'printed' || isZero(mention.figure)) return []
    const kind = mention.figure.quantity.kind
    const budget = columnOf(mention) !== 'plain' && columnOf(mention) !== 'actual'
    const cells = (known.get(essence(group.name)) ?? []).filter((cell) => (cell.figure.quantity.kind === kind || cell.figure.quantity.unit === '') && (mention.year === null || cell.year === 0 || cell.year === mention.year) && (cell.budget === null || cell.budget === budget))
    if (cells.length === 0) return []
    // A table without a unit is in the unit of the prose.
    const { power } = mention.figure
    const times = ({ n, d }: Rational): Rational => ({ n: n * powerOfTen(power), d })
    const scaled = (figure: Figure): Figure => (figure.quantity.unit === '' ? readAs(figure, { value: times(figure.value), interval: { low: times(figure.interval.low), high: times(figure.interval.high) }, power }) : figure)
    const equal = cells.find(({ figure }) => agree(scaled(figure), mention.figure) !== 'contradicted')
    const say = (figure: Figure, verdict: Relation['verdict'], extra: Pick<Relation, 'severity' | 'cause' | 'repair'> = {}): Relation => relationOf('same', mention.figure, [figure], { verdict, computed: scaled(figure).value }, `表中“${group.name}”${words(figure)}`, extra)
    if (equal) return [say(equal.figure, agree(scaled(equal.figure), mention.figure))]
    const year = Math.max(...cells.map((one) => one.year))
    const latest = cells.filter((one) => one.year === year)
    const [only, ...others] = latest
    const slip = only && others.every(({ figure }) => equals(figure.value, only.figure.value)) && digits(mention.figure) >= 2 ? slipOf(mention.figure, scaled(only.figure).value) : null
    return only && slip && digits(only.figure) >= 2 ? [say(only.figure, 'contradicted', { severity: 'suspicion', cause: '文字与表格不一致', repair: slip.repair })] : []
  }))
}

/** One quantity printed in several places. */
export const checkRepeats = (lines: readonly Line[], tables: readonly Table[]): readonly Relation[] => [...inProse(lines), ...balances(lines), ...againstTables(lines, tables)]
