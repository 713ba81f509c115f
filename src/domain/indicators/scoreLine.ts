import { decimal, equals, HUNDRED, multiply, roundHalfUp, toDecimalText, toFixedText, ZERO, type Rational } from '../../kernel/rational'
import type { Evaluation } from '../evaluation/evaluation'
import type { Judgement, JudgementEntry } from '../evaluation/judgement'
import { evaluate } from '../expression/evaluate'
import { explain } from '../expression/explain'
import type { Expression } from '../expression/expression'
import { figureLeaves } from '../expression/figureLeaves'
import { columnsIn, figuresIn } from '../expression/figuresIn'
import type { Outcome } from '../expression/outcome'
import type { Figures } from '../figures/figures'
import { indexOf } from '../figures/figuresOf'
import { CARRY_IN_SETTING, itemOf, type FigureId } from '../measures/item'
import type { FigureNames } from '../measures/names'
import { valueText, type ValueStyle } from '../scoring/award'
import { awardAggregate } from '../scoring/aggregate'
import { awardBestOf } from '../scoring/bestOf'
import { awardCaseTable } from '../scoring/caseTable'
import { awardCheckpoints } from '../scoring/checkpoints'
import { awardComputed, type ComputedScoring } from '../scoring/computed'
import type { Evaluate, FiguresAward } from '../scoring/figuresAward'
import { decidingFormulas } from '../scoring/formulasIn'
import { isCut, withCut } from '../scoring/reviewCut'
import { isByFigures, isComputed, type FiguresScoring, type JudgedScoring } from '../scoring/scoring'
import { raisedWarnings, WARNING_LEVELS, type Raised } from '../scoring/warning'
import { enteredValue } from './enteredValue'
import type { Asked, LineState, TraceStep } from './assessment'
import type { Indicator } from './framework'
import { isAdmissible, judge } from './judge'
import { roundingWords } from './roundingPoint'
import { unsound } from './soundness'
import { usedFigures } from './usedFigures'

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
  readonly warnings: readonly Raised[]
}

type Base = Omit<Scored, 'indicator' | 'computed' | 'warnings'>

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
      return { ...openLine(weight, [...trace, step('评分', '不涉及时如何计分，规则没有写明，请判断后用“调整得分”填写')], [{ kind: 'judgement', indicator: indicator.id }], uses), value: common.value }
  }
}

function formulaSteps(formula: Expression, figures: Figures, names: FigureNames, outcome: Outcome, style: ValueStyle): readonly TraceStep[] {
  const words = explain(formula, names)
  const withFigures = explain(formula, figureLeaves(figures))
  const steps = [step('算式', words)]
  if (outcome.kind === 'value') steps.push(step('代入', `${withFigures} = ${valueText(outcome.value, style)}`))
  for (const id of figuresIn(formula)) {
    const figure = figures.item(id)
    const said = figure.kind === 'value' ? null : figures.words(id)
    if (figure.kind === 'value' && figure.derivation !== '' && figure.derivation !== figure.text)
      steps.push(step('其中', `${names.figure(id)} = ${figure.derivation} = ${figure.text}`))
    else if (said !== null) steps.push(step('其中', `${names.figure(id)} = “${said}”`))
  }
  return steps
}

const styleOf = (indicator: Indicator): ValueStyle => indicator.valueStyle ?? 'percent'

/** Whether money stands in some formula, so that its rounding matters. */
const usesMoney = (formulas: readonly Expression[], { framework }: Evaluation): boolean => {
  const measures = indexOf(framework.measures)
  return formulas.some((formula) => columnsIn(formula).length > 0 || figuresIn(formula).some((id) => measures.get(itemOf(id).measure)?.kind === 'money'))
}

function scoreComputed(indicator: Indicator, scoring: ComputedScoring, formula: Expression, evaluation: Evaluation, figures: Figures, names: FigureNames, weight: Rational): Base {
  const style = styleOf(indicator)
  const outcome = evaluate(formula, figures)
  const steps = formulaSteps(formula, figures, names, outcome, style)
  const uses = usedFigures([formula], scoring, figures)
  switch (outcome.kind) {
    case 'missing':
      return openLine(weight, steps, asks(outcome.figures), uses)
    case 'notApplicable':
      return notApplicable(indicator, weight, steps, uses)
    case 'zeroDivisor':
      return zeroDivisor(indicator, formula, figures, weight, steps, uses, outcome.figures.map(names.figure).join('、'))
    case 'value': {
      const isRounded = evaluation.settings.rateRounding === 'rounded' && style === 'percent'
      const value = isRounded ? roundHalfUp(outcome.value, 4) : outcome.value
      const award = awardComputed(scoring, value, weight, style)
      const rounding = style === 'number' ? [] : [step('取整', `${roundingWords(evaluation.settings, usesMoney([formula], evaluation))}${isRounded || equals(value, roundHalfUp(value, 4)) ? '' : `：${toDecimalText(multiply(value, HUNDRED), 6)}%`}`)]
      return {
        state: 'computed', value: valueText(value, style), lowest: award.points, highest: award.points,
        trace: [...steps, ...rounding, step('评分', award.words)], asked: [], uses,
      }
    }
  }
}

/** 完成值 typed by a person, where the indicator has no formula. */
function scoreEntered(indicator: Indicator, scoring: ComputedScoring, entry: JudgementEntry | undefined, weight: Rational): Base {
  const style = styleOf(indicator)
  const asked: readonly Asked[] = [{ kind: 'judgement', indicator: indicator.id }]
  if (entry?.kind !== 'value') return openLine(weight, [step('完成值', `没有算式，请填写完成值${style === 'percent' ? '（如 95%）' : ''}`)], asked, [])
  const value = enteredValue(entry.value, style)
  if (!value) return openLine(weight, [step('完成值', `完成值写作“${entry.value}”，应为${style === 'percent' ? '百分数，如 95%' : '数字'}`)], asked, [])
  const award = awardComputed(scoring, value, weight, style)
  return {
    state: 'judged', value: valueText(value, style), lowest: award.points, highest: award.points,
    trace: [step('完成值', valueText(value, style)), step('评分', award.words)], asked: [], uses: [],
  }
}

function byFigures(scoring: FiguresScoring, evaluation: Evaluation, figures: Figures, weight: Rational): FiguresAward {
  const atPoint = (rate: Rational): Rational => (evaluation.settings.rateRounding === 'rounded' ? roundHalfUp(rate, 4) : rate)
  const work: Evaluate = (formula, style) => {
    const outcome = evaluate(formula, figures)
    return outcome.kind === 'value' && style === 'percent' ? { kind: 'value', value: atPoint(outcome.value) } : outcome
  }
  switch (scoring.kind) {
    case 'caseTable':
      return awardCaseTable(scoring, work, weight)
    case 'bestOf':
      return awardBestOf(scoring, work, weight)
    case 'checkpoints':
      return awardCheckpoints(scoring, work)
    case 'aggregate':
      return awardAggregate(scoring, (table, column) => figures.column(table, column), weight, atPoint)
  }
}

function scoreByFigures(indicator: Indicator, scoring: FiguresScoring, evaluation: Evaluation, figures: Figures, names: FigureNames, weight: Rational): Base {
  const award = byFigures(scoring, evaluation, figures, weight)
  const formulas = decidingFormulas(scoring)
  const uses = usedFigures(formulas, scoring, figures)
  const trace = [...formulas.map((formula) => step('算式', `${explain(formula, names)}：${explain(formula, figureLeaves(figures))}`)), ...(scoring.kind === 'caseTable' ? [] : [step('取整', roundingWords(evaluation.settings, scoring.kind === 'aggregate' || usesMoney(formulas, evaluation)))]), ...award.words.map((words) => step('评分', words))]
  if (award.notApplicable) return notApplicable(indicator, weight, trace, uses)
  const isOpen = !equals(award.lowest, award.highest) || award.value === null
  const asked: readonly Asked[] = award.missing.length > 0 ? asks(award.missing) : [{ kind: 'judgement', indicator: indicator.id }]
  return { state: isOpen ? 'open' : 'computed', value: award.value, lowest: award.lowest, highest: award.highest, trace, asked: isOpen ? asked : [], uses }
}

/** What is told in place of a value where nothing is divided by nothing. */
export const BOTH_ZERO = '0 ÷ 0'

/** What a formula divides; null where it is no division. */
export const dividendOf = (formula: Expression): Expression | null => (formula.kind === 'operation' && formula.operator === '/' ? formula.left : null)

/** What is told in place of a value where a rule takes all points away. */
export const VETOED = '否决'

function zeroDivisor(indicator: Indicator, formula: Expression, figures: Figures, weight: Rational,
  steps: readonly TraceStep[], uses: readonly FigureId[], divisor: string): Base {
  const trace = [...steps, step('评分', `${divisor}为 0，不能作除数`)]
  const mode = indicator.scoring.zeroDivisor
  const dividend = dividendOf(formula)
  const divided = dividend && evaluate(dividend, figures)
  if (mode === 'notApplicable') return notApplicable(indicator, weight, trace, uses)
  if (mode === 'fullIfBothZero' && divided?.kind === 'value' && divided.value.n === 0n)
    return { state: 'notApplicable', value: BOTH_ZERO, lowest: weight, highest: weight, asked: [], uses,
      trace: [...trace, step('评分', `两项都是 0，没有变动，给满分 ${toDecimalText(weight)}`)] }
  return openLine(weight, [...trace, step('评分', '规则没有写明这种情形，请判断后用“调整得分”填写')], [{ kind: 'judgement', indicator: indicator.id }], uses)
}

function scoreJudged(indicator: Indicator, scoring: JudgedScoring, entry: JudgementEntry | undefined, weight: Rational, year: number): Base {
  const judged = judge(scoring, entry, weight, year)
  const isOpen = !equals(judged.lowest, judged.highest)
  return {
    state: isOpen ? 'open' : 'judged', value: judged.value, lowest: judged.lowest, highest: judged.highest, uses: [],
    trace: [step('判断', judged.words)], asked: isOpen ? [{ kind: 'judgement', indicator: indicator.id }] : [],
  }
}

function scoreByRule(indicator: Indicator, evaluation: Evaluation, figures: Figures, names: FigureNames, judgement: Judgement | undefined): Base {
  const weight = decimal(indicator.weight)
  if (judgement?.entry?.kind === 'notInvolved') return notApplicable(indicator, weight, [], [])
  const { scoring, formula } = indicator
  const faults = unsound(scoring)
  if (faults.length > 0) return openLine(weight, [step('评分', `评分方式不完整，不能计分：${faults.join('；')}。请到“指标体系”改好。`)], [{ kind: 'judgement', indicator: indicator.id }], [])
  if (isComputed(scoring))
    return formula ? scoreComputed(indicator, scoring, formula, evaluation, figures, names, weight) : scoreEntered(indicator, scoring, judgement?.entry, weight)
  return isByFigures(scoring)
    ? scoreByFigures(indicator, scoring, evaluation, figures, names, weight)
    : scoreJudged(indicator, scoring, judgement?.entry, weight, evaluation.year)
}

/** 一票否决: why the whole row earns nothing; null where it does not hold, or not yet. */
function vetoed(indicator: Indicator, figures: Figures, entry: JudgementEntry | undefined): string | null {
  const { veto } = indicator.scoring
  if (entry?.kind === 'vetoed') return `${veto?.says ?? '一票否决'}${entry.reason.trim() === '' ? '' : `：${entry.reason}`}`
  const outcome = veto?.when ? evaluate(veto.when, figures) : null
  return veto && outcome?.kind === 'value' && outcome.value.n !== 0n ? veto.says : null
}

function scoreWithVeto(indicator: Indicator, evaluation: Evaluation, figures: Figures, names: FigureNames, judgement: Judgement | undefined): Base {
  const reason = vetoed(indicator, figures, judgement?.entry)
  if (reason === null) return scoreByRule(indicator, evaluation, figures, names, judgement)
  return { state: 'judged', value: VETOED, lowest: ZERO, highest: ZERO, trace: [step('否决', `${reason}，本指标不得分`)], asked: [], uses: usedFigures(decidingFormulas(indicator.scoring), indicator.scoring, figures) }
}

/** A reviewer's cut of what the rule gives; nothing is cut from what is not settled. */
function cutDown(base: Base, judgement: Judgement | undefined): Base {
  const cut = judgement?.cut
  if (!isCut(cut) || base.state === 'open' || base.state === 'excluded') return base
  const award = withCut(cut, base.lowest)
  return { ...base, state: 'judged', lowest: award.points, highest: award.points, trace: [...base.trace, step('扣减', award.words)] }
}

/** One indicator by rule, then by a reviewer's cut, then by the person's adjustment where there is one with a reason. */
export function scoreLine(indicator: Indicator, evaluation: Evaluation, figures: Figures, names: FigureNames, judgement: Judgement | undefined): Scored {
  const warnings = raisedWarnings(indicator.scoring.warnings ?? [], (formula) => evaluate(formula, figures))
  const settled = cutDown(scoreWithVeto(indicator, evaluation, figures, names, judgement), judgement)
  const base = warnings.length === 0 ? settled : { ...settled, trace: [...warnings.map(({ level, says }) => step('预警', `${WARNING_LEVELS[level]}：${says}（不扣分）`)), ...settled.trace] }
  const adjustment = judgement?.adjustment
  if (!adjustment || adjustment.reason.trim() === '' || !isAdmissible(adjustment.points, indicator.weight))
    return { ...base, indicator, warnings, computed: null }
  const points = decimal(adjustment.points)
  const computed = base.state === 'open' ? null : base.lowest
  const was = computed ? `原得分 ${toFixedText(computed, 2)}` : '原待定'
  return {
    ...base, indicator, warnings, state: 'adjusted', lowest: points, highest: points, computed, asked: [],
    trace: [...base.trace, step('调整', `${was}，调整为 ${toFixedText(points, 2)}；理由：${adjustment.reason}`)],
  }
}
