import { add, divide, min, multiply, ONE, ZERO, type Rational } from '../../kernel/rational'
import type { ColumnRow, Figure } from '../figures/figures'
import { ANY_ROW, cellId, type FigureId } from '../measures/item'
import { percentText } from './award'
import { awardComputed, type ComputedScoring } from './computed'
import { noneOfIt, type FiguresAward } from './figuresAward'
import type { ScoringSettings } from './settings'

/**
 * 汇总后计分 (kind 19): the completion of every row of a table, joined to one rate and scored by `rule`.
 * `sum` Σ实际 ÷ Σ目标; `byMoney` each row's completion weighed by its money; `mean` each row alike. A row counts at most 100% in the latter two.
 */
export interface Aggregate extends ScoringSettings {
  readonly kind: 'aggregate'
  readonly mode: 'sum' | 'byMoney' | 'mean'
  readonly table: string
  /** Columns: what was done, what was to be done, and the money that weighs a row (`byMoney` only). */
  readonly actual: string
  readonly target: string
  readonly money?: string
  readonly rule: ComputedScoring
}

/** Reads a column of a table, one entry a row. */
export type ReadColumn = (table: string, column: string) => readonly ColumnRow[]

const MODES: { readonly [M in Aggregate['mode']]: string } = { sum: '合计完成率', byMoney: '按资金加权的完成率', mean: '平均完成率' }

const valueOf = (figure: Figure | undefined): Rational | null => (figure?.kind === 'value' ? figure.value : null)

/**
 * Points by the joined rate, rounded by `atPoint` (取整点). Rows of 小计 and rows that are 不涉及 are left out; a row with a blank
 * keeps the whole open, and so does a table without rows: it is not filled, not 不涉及.
 */
export function awardAggregate(scoring: Aggregate, read: ReadColumn, weight: Rational, atPoint: (rate: Rational) => Rational = (rate) => rate): FiguresAward {
  const { mode, table, actual, target, money } = scoring
  const column = (name: string) => new Map(read(table, name).map((row) => [row.id, row.figure]))
  const [targets, weights] = [column(target), mode === 'byMoney' && money !== undefined ? column(money) : new Map<string, Figure>()]
  let [done, due]: [Rational, Rational] = [ZERO, ZERO]
  let counted = 0
  const missing: FigureId[] = []
  const rows = read(table, actual).filter(({ kind }) => kind !== 'subtotal')
  for (const row of rows) {
    const cells = [[actual, row.figure], [target, targets.get(row.id)], ...(mode === 'byMoney' && money !== undefined ? [[money, weights.get(row.id)] as const] : [])] as const
    if (cells.some(([, figure]) => figure?.kind === 'notApplicable')) continue
    missing.push(...cells.flatMap(([name, figure]) => (figure === undefined || figure.kind === 'missing' ? [cellId(table, row.id, name)] : [])))
    const [reached, wanted] = [valueOf(row.figure), valueOf(targets.get(row.id))]
    if (!reached || !wanted) continue
    counted++
    if (mode === 'sum') [done, due] = [add(done, reached), add(due, wanted)]
    else {
      const share = divide(reached, wanted)
      const by = mode === 'byMoney' ? valueOf(weights.get(row.id)) : ONE
      // A row without a target cannot be missed: it neither helps nor hurts.
      if (share && by) [done, due] = [add(done, multiply(min(share, ONE), by)), add(due, by)]
    }
  }
  const open = (words: string): FiguresAward => ({ lowest: ZERO, highest: weight, value: null, words: [words], missing, notApplicable: false })
  if (rows.length === 0) {
    missing.push(cellId(table, ANY_ROW, actual))
    return open(`${MODES[mode]}：表还没有填`)
  }
  if (missing.length > 0) return open(`${MODES[mode]}：还有 ${missing.length} 个格子未填`)
  if (counted === 0) return noneOfIt(['表中没有参与汇总的行'], ZERO)
  const exact = divide(done, due)
  if (!exact) return open(`${MODES[mode]}：目标合计为 0，不能作除数`)
  const rate = atPoint(exact)
  const award = awardComputed(scoring.rule, rate, weight)
  return { lowest: award.points, highest: award.points, value: percentText(rate), words: [`${counted} 行的${MODES[mode]} ${percentText(rate)}`, award.words], missing, notApplicable: false }
}
