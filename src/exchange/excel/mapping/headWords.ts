import type { Basis, Fund } from '../../../domain/measures/basis'
import { compact } from './label'

/** What the head of a column says of the figures under it. */
export interface HeadWords {
  readonly basis: Basis | null
  /** Only where the head names it. */
  readonly fund: Fund | null
  /** The head counts lines (行次、序号): no figures of the field. */
  readonly counts: boolean
  /** The basis was named in full, and not just 预算数 or 金额. */
  readonly sure: boolean
}

const NUMBERS = /^(?:行次|序号|栏次|编号)$/
/** Heads of computed or told columns: they hold no answer of their own. */
const NOT_FIGURES = /率|比重|占比|百分比|增减|变动|差额|差异|%|得分|分值|权重|备注|说明|原因/

const BASES: readonly (readonly [RegExp, Basis, sure: boolean])[] = [
  [/年末.{0,6}(?:结转|结余)|结转下年/, 'carryOut', true],
  [/(?:年初|上年|以前年度).{0,6}(?:结转|结余)|结转资金/, 'carryIn', true],
  [/全年预算/, 'fullYearBudget', true],
  [/调整后?预算|预算调整数|变更后预算/, 'adjustedBudget', true],
  [/年初预算|批复预算|预算批复|年初部门预算/, 'originalBudget', true],
  [/政策性追加/, 'policyAddition', true],
  [/追加|调增/, 'addition', true],
  [/追减|调减/, 'reduction', true],
  [/决算|执行数|执行情况|实际支出|实际执行|实际完成|支出数/, 'actual', true],
  [/预算(?:数|额|金额|安排|支出|$)/, 'originalBudget', false],
  [/^金额$|^本年(?:数|发生数)$|^数额$/, 'actual', false],
]

const FUND_WORDS: readonly (readonly [RegExp, Fund])[] = [
  [/一般公共预算/, 'general'], [/政府性基金/, 'governmentFund'], [/国有资本经营/, 'stateCapital'], [/财政专户|专户管理/, 'specialAccount'],
  [/财政拨款/, 'fiscal'], [/单位资金|其他资金|自有资金|自筹资金/, 'own'], [/全部资金|资金总额/, 'all'],
]

/** The 资金口径 a text names, or null. */
export const fundIn = (text: string): Fund | null => FUND_WORDS.find(([words]) => words.test(compact(text)))?.[1] ?? null

const LAST_YEAR: { readonly [B in Basis]?: Basis } = { actual: 'priorActual', originalBudget: 'priorBudget' }

/** How many years before the evaluation's (negative) or after it a head speaks of; 0 where it names none. */
export function yearOffset(text: string, year: number): number {
  const plain = compact(text)
  const named = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(plain)
  if (named) return Number(named[1]) - year
  if (/上上年|前年/.test(plain)) return -2
  return /上年|上一年|去年/.test(plain) && !/(?:上年|上一年).{0,6}(?:结转|结余)/.test(plain) ? -1 : 0
}

/** Reads the head of a column for an evaluation of `year`. */
export function headWords(text: string, year: number): HeadWords {
  const plain = compact(text)
  const nothing = { basis: null, fund: null, counts: NUMBERS.test(plain), sure: false }
  if (nothing.counts || NOT_FIGURES.test(plain)) return nothing
  // 一般公共预算 is whose money it is, not which budget.
  const words = plain.replace(/一般公共预算|国有资本经营预算|政府性基金预算/g, '')
  const found = BASES.find(([pattern]) => pattern.test(words))
  if (!found) return { ...nothing, fund: fundIn(plain) }
  const offset = yearOffset(plain, year)
  const basis = offset === 0 ? found[1] : offset === -1 ? LAST_YEAR[found[1]] ?? null : null
  return { basis, fund: fundIn(plain), counts: false, sure: found[2] && basis !== null }
}
