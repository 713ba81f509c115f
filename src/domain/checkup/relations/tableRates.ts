import { divideIntervals } from '../../../kernel/interval'
import { divide, multiply, negate, subtract, HUNDRED } from '../../../kernel/rational'
import type { Relation } from '../checkup'
import { readAs, type Figure } from '../figure'
import type { Table } from '../table'
import { changeRange, isZero, minus, reckonPercent, reckonSum, relationOf, words, type Reckoned } from './relate'
import { slipOf } from './typo'

const RATE = /(?:增减|增长|变动|变化|升降)(?:率|幅度?|比例|%|（%）)|增减%|同比|增幅/
const AMOUNT = /(?:增减|增长|变动|变化)(?:额|数|情况)?(?:$|（)/
const COMPLETION = /占.{0,4}预算|执行率|完成率|完成预算|支出进度|预算完成|执行进度/
const SHARE = /占比|比重|占.{0,6}%/
const BEFORE = /上年|去年|上一年/
const NOW = /本年|今年|当年/
const BUDGET = /预算/
const SPENT = /决算|执行数|实际支出|支出数|执行金额|完成数/

const MOST_ROWS = 300

interface Line {
  /** The words over or before the figures. */
  readonly label: string
  readonly cells: readonly (Figure | null)[]
}

interface Outcome {
  readonly kind: Relation['kind']
  readonly stated: Figure
  readonly operands: readonly Figure[]
  readonly reckoned: Reckoned
  readonly equation: string
}

const yearIn = (label: string): number => Number(/(?:19|20)\d\d/.exec(label)?.[0] ?? 0)

const change = (stated: Figure, now: Figure, then: Figure): Outcome | null => {
  const ratio = divide(minus(now, then), then.value)
  if (!ratio) return null
  const negative = ratio.n < 0n
  const { low, high } = stated.interval
  const positive = stated.value.n < 0n ? readAs(stated, { value: negate(stated.value), interval: { low: negate(high), high: negate(low) } }) : stated
  const { verdict } = reckonPercent(positive, negative ? negate(ratio) : ratio, changeRange(now.interval, then.interval))
  const wrongWay = stated.value.n < 0n !== negative && stated.value.n < 0n
  return { kind: 'change', stated, operands: [now, then], reckoned: { verdict: wrongWay && !isZero(stated) ? 'contradicted' : verdict, computed: multiply(ratio, HUNDRED) }, equation: `（${words(now)} − ${words(then)}）÷ ${words(then)}` }
}

const ratioOf = (kind: 'completion' | 'share', stated: Figure, part: Figure, whole: Figure): Outcome | null => {
  const ratio = divide(part.value, whole.value)
  return ratio && { kind, stated, operands: [part, whole], reckoned: reckonPercent(stated, ratio, divideIntervals(part.interval, whole.interval)), equation: `${words(part)} ÷ ${words(whole)}` }
}

const difference = (stated: Figure, now: Figure, then: Figure): Outcome => {
  const reckoned = reckonSum({ figure: stated, sign: 1 }, [{ figure: now, sign: 1 }, { figure: then, sign: -1 }])
  return { kind: 'difference', stated, operands: [now, then], reckoned: { ...reckoned, computed: subtract(now.value, then.value) }, equation: `${words(now)} − ${words(then)}` }
}

/** Outcomes of one column (or row) of rates or changes against the columns beside it. */
function outcomesOf(stated: Line, others: readonly Line[], total: number): readonly Outcome[] {
  const pick = (test: (line: Line) => boolean): Line | undefined => others.find((line) => line !== stated && test(line))
  const years = others.filter(({ label }) => yearIn(label) > 0 && !RATE.test(label)).sort((a, b) => yearIn(b.label) - yearIn(a.label))
  // 2020年预算数, 2020年执行数: of one year, what was done.
  const latest = years.filter(({ label }) => yearIn(label) === yearIn(years[0]!.label))
  const [thisYear, lastYear] = [latest.find(({ label }) => SPENT.test(label)) ?? latest[0], years.find((line) => !latest.includes(line))]
  const now = pick(({ label }) => NOW.test(label) && !RATE.test(label) && !AMOUNT.test(label)) ?? (lastYear ? thisYear : undefined)
  const then = pick(({ label }) => BEFORE.test(label) && !RATE.test(label) && !AMOUNT.test(label)) ?? lastYear
  const budget = pick(({ label }) => /全年预算|调整后?预算/.test(label) && !COMPLETION.test(label)) ?? pick(({ label }) => BUDGET.test(label) && !SPENT.test(label) && !COMPLETION.test(label))
  const spent = latest.find(({ label }) => SPENT.test(label) && !COMPLETION.test(label)) ?? pick(({ label }) => SPENT.test(label) && !COMPLETION.test(label))
  return stated.cells.flatMap((figure, i): Outcome[] => {
    if (!figure || isZero(figure)) return []
    const [a, b] = [now?.cells[i] ?? null, then?.cells[i] ?? null]
    const [x, y] = [spent?.cells[i] ?? null, budget?.cells[i] ?? null]
    if (COMPLETION.test(stated.label)) return x && y && figure.quantity.kind === 'percent' ? [ratioOf('completion', figure, x, y)].filter((one) => one !== null) : []
    if (RATE.test(stated.label) && figure.quantity.kind === 'percent') return a && b ? [change(figure, a, b)].filter((one) => one !== null) : []
    if (SHARE.test(stated.label) && figure.quantity.kind === 'percent') {
      const column = others[others.indexOf(stated) - 1]
      const [part, whole] = [column?.cells[i] ?? null, column?.cells[total] ?? null]
      return part && whole && total !== i ? [ratioOf('share', figure, part, whole)].filter((one) => one !== null) : []
    }
    return AMOUNT.test(stated.label) && a && b && figure.quantity.kind === a.quantity.kind ? [difference(figure, a, b)] : []
  })
}

/** 增减率、增减额、执行率、占比 columns or rows of tables. A column that is mostly right proves the cell that is not. */
export function checkTableRates(tables: readonly Table[]): readonly Relation[] {
  return tables.flatMap((table) => {
    const columns = table.headers.map((label, at): Line => ({ label, cells: table.rows.map(({ cells }) => cells[at]?.figure ?? null) }))
    // Rates in rows of their own stand in small tables; in long ones the time would grow with the square of the rows.
    const rows = table.rows.length > MOST_ROWS ? [] : table.rows.map(({ label, cells }): Line => ({ label, cells: cells.map(({ figure }) => figure) }))
    const total = table.rows.findIndex(({ label }) => /(?:合计|总计)$/.test(label))
    return [[columns, total] as const, [rows, -1] as const].flatMap(([lines, at]) => lines.flatMap((line) => {
      if (!RATE.test(line.label) && !COMPLETION.test(line.label) && !SHARE.test(line.label) && !AMOUNT.test(line.label)) return []
      const outcomes = outcomesOf(line, lines, at)
      const held = outcomes.filter(({ reckoned }) => reckoned.verdict !== 'contradicted').length
      return outcomes.flatMap(({ kind, stated, operands, reckoned, equation }) => {
        if (reckoned.verdict !== 'contradicted') return [relationOf(kind, stated, operands, reckoned, equation)]
        const slip = slipOf(stated, reckoned.computed)
        return held >= 2 || (held >= 1 && slip) ? [relationOf(kind, stated, operands, reckoned, equation, slip ?? { cause: '这一格没有按同表的数重算' })] : []
      })
    }))
  })
}
