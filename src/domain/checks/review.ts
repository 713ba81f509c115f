import { compare, equals, ONE, subtract, toDecimalText, absolute, type Rational } from '../../kernel/rational'
import { canMeet, type Interval } from '../../kernel/interval'
import type { Evaluation } from '../evaluation/evaluation'
import { evaluate } from '../expression/evaluate'
import { explain } from '../expression/explain'
import { figureLeaves } from '../expression/figureLeaves'
import { figuresIn } from '../expression/figuresIn'
import { evaluateInterval } from '../expression/interval'
import type { Figures } from '../figures/figures'
import { figuresOf } from '../figures/figuresOf'
import type { FigureId } from '../measures/item'
import type { Measure } from '../measures/measure'
import type { Check, Finding, Review } from './check'

interface Disagreement {
  readonly kind: 'rounding' | 'contradicted'
  readonly detail: string
}

type Verdict =
  | { readonly kind: 'held' }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'undecided'; readonly missing: readonly FigureId[] }
  | Disagreement

const RELATIONS = { '=': '=', '<=': '≤', '>=': '≥' } as const

const shown = (value: Rational): string => toDecimalText(value, 4)

const rangeText = (interval: Interval): string => `${shown(interval.low)}～${shown(interval.high)}`

/** Whether the relation holds for the values, and whether it can for some values the printed digits stand for. */
function related(relation: Check['relation'], left: Rational, right: Rational, leftRange: Interval, rightRange: Interval) {
  if (relation === '=') return { exactly: equals(left, right), possibly: canMeet(leftRange, rightRange) }
  if (relation === '<=') return { exactly: compare(left, right) <= 0, possibly: compare(leftRange.low, rightRange.high) <= 0 }
  return { exactly: compare(left, right) >= 0, possibly: compare(leftRange.high, rightRange.low) >= 0 }
}

function decide(check: Check, figures: Figures): Verdict {
  if (check.when) {
    const condition = evaluate(check.when, figures)
    if (condition.kind !== 'value' || !equals(condition.value, ONE)) return { kind: 'skipped' }
  }
  const [left, right] = [evaluate(check.left, figures), evaluate(check.right, figures)]
  if (left.kind !== 'value' || right.kind !== 'value') {
    if (left.kind === 'notApplicable' || right.kind === 'notApplicable') return { kind: 'skipped' }
    return { kind: 'undecided', missing: [...new Set([left, right].flatMap((side) => (side.kind === 'value' ? [] : side.figures)))] }
  }
  const [leftRange, rightRange] = [evaluateInterval(check.left, figures), evaluateInterval(check.right, figures)]
  if (leftRange.kind !== 'range' || rightRange.kind !== 'range') throw new Error('a value without an interval')
  const { exactly, possibly } = related(check.relation, left.value, right.value, leftRange.interval, rightRange.interval)
  if (exactly) return { kind: 'held' }
  const detail = `相差 ${shown(absolute(subtract(left.value, right.value)))}；按印出的位数，右边可以是 ${rangeText(rightRange.interval)}，左边可以是 ${rangeText(leftRange.interval)}`
  return { kind: possibly ? 'rounding' : 'contradicted', detail }
}

/** The equation with figures; the derived right-hand side is worked out: 172 + 4 = 176，表中写 180. */
function equationOf(check: Check, figures: Figures): string {
  const leaves = figureLeaves(figures)
  const right = evaluate(check.right, figures)
  const rightText = explain(check.right, leaves)
  const result = right.kind === 'value' ? toDecimalText(right.value, 4) : ''
  const worked = rightText === result || result === '' ? rightText : `${rightText} = ${result}`
  return `${explain(check.left, leaves)} ${RELATIONS[check.relation]} ${worked}`
}

function findingOf(check: Check, verdict: Disagreement, figures: Figures, evaluation: Evaluation): Finding {
  return {
    check: check.id,
    verdict: verdict.kind,
    severity: verdict.kind === 'rounding' ? 'hint' : check.severity,
    says: check.says,
    equation: check.relation === '=' ? equationOf(check, figures).replace(' = ', verdict.kind === 'rounding' ? ' ≈ ' : ' ≠ ') : equationOf(check, figures),
    detail: verdict.kind === 'rounding' ? `尾差：${verdict.detail}` : verdict.detail,
    remedy: verdict.kind === 'rounding' ? '多半是四舍五入造成，核对后可在“说明”中写明。' : check.remedy,
    at: check.at,
    figures: [...new Set([...figuresIn(check.left), ...figuresIn(check.right)])],
    explanation: evaluation.explanations[check.id] ?? null,
  }
}

const WEIGHT = { contradiction: 0, suspicion: 1, hint: 2 } as const

/** 校验: every check run on an evaluation; findings first the heaviest, then what held and what could not be decided. */
export function review(checks: readonly Check[], evaluation: Evaluation, measures: readonly Measure[]): Review {
  const figures = figuresOf(evaluation, measures)
  const findings: Finding[] = []
  const held: Review['held'][number][] = []
  const undecided: Review['undecided'][number][] = []
  for (const check of checks) {
    const verdict = decide(check, figures)
    if (verdict.kind === 'held') held.push({ check: check.id, says: check.says, equation: equationOf(check, figures) })
    else if (verdict.kind === 'undecided') undecided.push({ check: check.id, says: check.says, missing: verdict.missing })
    else if (verdict.kind !== 'skipped') findings.push(findingOf(check, verdict, figures, evaluation))
  }
  findings.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
  return { findings, held, undecided }
}
