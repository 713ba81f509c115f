import { decimal, roundHalfUp, toDecimalText, toFixedText, ZERO, type Rational } from '../../kernel/rational'
import type { Evaluation } from '../evaluation/evaluation'
import type { Judgement, JudgementEntry } from '../evaluation/judgement'
import { evaluate } from '../expression/evaluate'
import { explain } from '../expression/explain'
import type { Expression } from '../expression/expression'
import { figureLeaves } from '../expression/figureLeaves'
import { figuresIn } from '../expression/figuresIn'
import type { Outcome } from '../expression/outcome'
import type { Figures } from '../figures/figures'
import { CARRY_IN_SETTING, type FigureId } from '../measures/item'
import type { FigureNames } from '../measures/names'
import { percentText } from '../scoring/award'
import { awardComputed, isComputed } from '../scoring/scoring'
import type { Asked, LineState, TraceStep } from './assessment'
import type { Indicator } from './framework'
import { isAdmissible, judge } from './judge'

/** A line before rounding and reweighting. */
export interface Scored {
  readonly indicator: Indicator
  readonly state: LineState
  readonly value: string | null
  readonly lowest: Rational
  readonly highest: Rational
  readonly computed: Rational | null
  readonly trace: readonly TraceStep[]
  readonly asked: readonly Asked[]
  readonly uses: readonly FigureId[]
}

type Base = Omit<Scored, 'indicator' | 'computed'>

const step = (label: string, text: string): TraceStep => ({ label, text })

function asks(figures: readonly FigureId[]): readonly Asked[] {
  return figures.map((figure) => (figure === CARRY_IN_SETTING ? { kind: 'setting', setting: 'carryInIncluded' } : { kind: 'figure', figure }))
}

function openLine(weight: Rational, trace: readonly TraceStep[], asked: readonly Asked[], uses: readonly FigureId[]): Base {
  return { state: 'open', value: null, lowest: ZERO, highest: weight, trace, asked, uses }
}

/** 不涉及: what the rule says about it. */
function notApplicable(indicator: Indicator, weight: Rational, trace: readonly TraceStep[], uses: readonly FigureId[]): Base {
  const common = { state: 'notApplicable' as const, value: '不涉及', asked: [], uses }
  switch (indicator.scoring.notApplicable) {
    case 'full':
      return { ...common, lowest: weight, highest: weight, trace: [...trace, step('评分', `不涉及，按规则给满分 ${toDecimalText(weight)}`)] }
    case 'zero':
      return { ...common, lowest: ZERO, highest: ZERO, trace: [...trace, step('评分', '不涉及，按规则不得分')] }
    case 'excluded':
      return { ...common, state: 'excluded', lowest: ZERO, highest: ZERO, trace: [...trace, step('评分', '不涉及，不参与评分，分值按比例分摊到其他指标')] }
    case 'ask':
      return openLine(weight, [...trace, step('评分', '不涉及时如何计分，规则没有写明，请判断后用“调整得分”填写')], [{ kind: 'judgement', indicator: indicator.id }], uses)
  }
}

function formulaSteps(formula: Expression, figures: Figures, names: FigureNames, outcome: Outcome): readonly TraceStep[] {
  const words = explain(formula, names)
  const withFigures = explain(formula, figureLeaves(figures))
  const steps = [step('算式', words)]
  if (outcome.kind === 'value') steps.push(step('代入', `${withFigures} = ${percentText(outcome.value)}`))
  for (const id of figuresIn(formula)) {
    const figure = figures.item(id)
    if (figure.kind === 'value' && figure.derivation !== '' && figure.derivation !== figure.text)
      steps.push(step('其中', `${names.figure(id)} = ${figure.derivation} = ${figure.text}`))
  }
  return steps
}

function scoreComputed(indicator: Indicator, evaluation: Evaluation, figures: Figures, names: FigureNames, weight: Rational): Base {
  const { scoring, formula } = indicator
  if (!isComputed(scoring) || !formula) throw new Error(`catalog error: ${indicator.id} has no formula`)
  const outcome = evaluate(formula, figures)
  const steps = formulaSteps(formula, figures, names, outcome)
  const uses = figuresIn(formula)
  switch (outcome.kind) {
    case 'missing':
      return openLine(weight, steps, asks(outcome.figures), uses)
    case 'notApplicable':
      return notApplicable(indicator, weight, steps, uses)
    case 'zeroDivisor':
      return zeroDivisor(indicator, formula, figures, weight, steps, uses, outcome.figures.map(names.figure).join('、'))
    case 'value': {
      const value = evaluation.settings.rateRounding === 'rounded' ? roundHalfUp(outcome.value, 4) : outcome.value
      const award = awardComputed(scoring, value, weight)
      const rounding = evaluation.settings.rateRounding === 'rounded' ? [] : [step('取整', '按未取整的比率计分')]
      return {
        state: 'computed', value: percentText(value), lowest: award.points, highest: award.points,
        trace: [...steps, ...rounding, step('评分', award.words)], asked: [], uses,
      }
    }
  }
}

function zeroDivisor(indicator: Indicator, formula: Expression, figures: Figures, weight: Rational,
  steps: readonly TraceStep[], uses: readonly FigureId[], divisor: string): Base {
  const trace = [...steps, step('评分', `${divisor}为 0，不能作除数`)]
  const mode = indicator.scoring.zeroDivisor
  const dividend = formula.kind === 'operation' ? evaluate(formula.left, figures) : null
  if (mode === 'notApplicable') return notApplicable(indicator, weight, trace, uses)
  if (mode === 'fullIfBothZero' && dividend?.kind === 'value' && dividend.value.n === 0n)
    return { state: 'notApplicable', value: '0 ÷ 0', lowest: weight, highest: weight, asked: [], uses,
      trace: [...trace, step('评分', `两项都是 0，没有变动，给满分 ${toDecimalText(weight)}`)] }
  return openLine(weight, [...trace, step('评分', '规则没有写明这种情形，请判断后用“调整得分”填写')], [{ kind: 'judgement', indicator: indicator.id }], uses)
}

function scoreJudged(indicator: Indicator, entry: JudgementEntry | undefined, weight: Rational): Base {
  const judged = judge(indicator.scoring, entry, weight)
  const isOpen = judged.lowest.n * judged.highest.d !== judged.highest.n * judged.lowest.d
  return {
    state: isOpen ? 'open' : 'judged', value: judged.value, lowest: judged.lowest, highest: judged.highest, uses: [],
    trace: [step('判断', judged.words)], asked: isOpen ? [{ kind: 'judgement', indicator: indicator.id }] : [],
  }
}

function scoreByRule(indicator: Indicator, evaluation: Evaluation, figures: Figures, names: FigureNames, judgement: Judgement | undefined): Base {
  const weight = decimal(indicator.weight)
  if (judgement?.entry?.kind === 'notInvolved') return notApplicable(indicator, weight, [], [])
  return isComputed(indicator.scoring)
    ? scoreComputed(indicator, evaluation, figures, names, weight)
    : scoreJudged(indicator, judgement?.entry, weight)
}

/** One indicator by rule, then by the person's adjustment where there is one with a reason. */
export function scoreLine(indicator: Indicator, evaluation: Evaluation, figures: Figures, names: FigureNames, judgement: Judgement | undefined): Scored {
  const base = scoreByRule(indicator, evaluation, figures, names, judgement)
  const adjustment = judgement?.adjustment
  if (!adjustment || adjustment.reason.trim() === '' || !isAdmissible(adjustment.points, indicator.weight))
    return { ...base, indicator, computed: null }
  const points = decimal(adjustment.points)
  const computed = base.state === 'open' ? null : base.lowest
  const was = computed ? `原得分 ${toFixedText(computed, 2)}` : '原待定'
  return {
    ...base, indicator, state: 'adjusted', lowest: points, highest: points, computed, asked: [],
    trace: [...base.trace, step('调整', `${was}，调整为 ${toFixedText(points, 2)}；理由：${adjustment.reason}`)],
  }
}
