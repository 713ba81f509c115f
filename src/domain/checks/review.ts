import { changedInputs, restsOnAny, type Input } from '../evaluation/changedInputs'
import type { Evaluation } from '../evaluation/evaluation'
import type { Figures } from '../figures/figures'
import { figuresOf, indexOf, tracedFigures, type TracedFigures } from '../figures/figuresOf'
import type { Assessment } from '../indicators/assessment'
import type { FigureId } from '../measures/item'
import type { Measure } from '../measures/measure'
import { besideLastYear } from '../years/lastYear'
import { yearChecks } from '../years/yearChecks'
import type { Check, Finding, Review } from './check'
import { decideSteps, type Verdict } from './decide'
import { expanded } from './eachRow'
import { brokenEquation, differenceText, heldEquation } from './equation'
import type { Fault, Inspection, Look } from './inspection'
import { likelySlip } from './slip'
import { usedIn, type UsedFigure } from './usedFigures'

const BY_ROUNDING = '多半是四舍五入造成，核对后可在“说明”中写明。'

type Broken = Extract<Verdict, { readonly kind: 'rounding' | 'contradicted' }>

const isBroken = (verdict: Verdict): verdict is Broken => verdict.kind === 'rounding' || verdict.kind === 'contradicted'

const explanationOf = (check: string, evaluation: Evaluation): string | null => (Object.hasOwn(evaluation.explanations, check) ? evaluation.explanations[check]! : null)

/** The typed figures that totals in a finding rest on, so that each of them tells of it. */
const withRests = (used: readonly UsedFigure[]): readonly FigureId[] =>
  [...new Set(used.flatMap(({ id, figure }) => (figure.kind === 'value' && figure.origin === 'derived' ? [id, ...figure.restsOn] : [id])))]

const slipOf = (check: Check, verdict: Broken, figures: Figures): string | null =>
  (verdict.kind === 'rounding' || check.relation !== '=' ? null : likelySlip(check.left, check.right, verdict, figures))

function findingOf(check: Check, verdict: Broken, slip: string | null, figures: Figures, evaluation: Evaluation): Finding {
  const rounding = verdict.kind === 'rounding'
  return {
    check: check.id,
    kind: check.kind,
    verdict: verdict.kind,
    severity: rounding ? 'hint' : check.severity,
    says: check.says,
    equation: brokenEquation(check, figures, verdict),
    detail: `${rounding ? '尾差：' : ''}${differenceText(verdict)}。${slip === null ? '' : `${slip}。`}`,
    remedy: rounding ? BY_ROUNDING : check.remedy,
    at: check.at,
    figures: withRests([...usedIn(check.left, figures), ...usedIn(check.right, figures)]),
    explanation: explanationOf(check.id, evaluation),
  }
}

const WEIGHT = { contradiction: 0, suspicion: 1, hint: 2 } as const

const figuresOfYears = new WeakMap<Evaluation, Figures>()

/** Last year does not change while this year is typed: its totals are added up once. */
function figuresOfLast(last: Evaluation, measures: readonly Measure[]): Figures {
  const known = figuresOfYears.get(last) ?? figuresOf(last, measures)
  figuresOfYears.set(last, known)
  return known
}

/** What a review may know beside the evaluation itself. */
export interface Beside {
  /** Last year's evaluation of the same unit. */
  readonly last?: Evaluation | null
  /** The unit's own scores. */
  readonly assessment?: Assessment | null
  /** What is looked at beyond equations. */
  readonly inspections?: readonly Inspection[]
}

function inspected(look: Look, fault: Fault, evaluation: Evaluation): Finding {
  const { check, says, at, figures } = look
  return { check, says, at, figures, ...fault, verdict: 'contradicted', explanation: explanationOf(check, evaluation) }
}

/** What one check came to; null where there was nothing to check. */
type Outcome =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'held'; readonly held: Review['held'][number] }
  | { readonly kind: 'undecided'; readonly undecided: Review['undecided'][number] }
  | null

/** What a verdict that is no finding comes to. */
function quietOutcome(check: Check, verdict: Exclude<Verdict, Broken>, figures: Figures): Outcome {
  switch (verdict.kind) {
    case 'held':
      // The words are made when somebody reads them: most never are, and a keystroke waits for none.
      return { kind: 'held', held: { check: check.id, says: check.says, get equation() { return heldEquation(check, figures) } } }
    case 'undecided':
      return check.eachRow?.blank === 'skip' ? null : { kind: 'undecided', undecided: { check: check.id, says: check.says, missing: verdict.missing } }
    case 'skipped':
      return null
  }
}

/** What a review remembers of the one before. */
interface Before {
  readonly evaluation: Evaluation
  readonly last: Evaluation | null
  readonly outcomes: ReadonlyMap<Check, { readonly outcome: Outcome; readonly inputs: ReadonlySet<Input> }>
}

/** What was typed since, where the outcomes of then still stand for the rest. */
const changedSince = (before: Before | null, evaluation: Evaluation, last: Evaluation | null): ReadonlySet<Input> | null =>
  (before && before.last === last && before.evaluation.explanations === evaluation.explanations ? changedInputs(before.evaluation, evaluation) : null)

/** Runs checks again and again; a call of it does all at once. */
export interface Reviewer {
  (evaluation: Evaluation, beside?: Beside): Review
  /** The same in steps of one check or inspection: whoever takes them may rest between two; the last one brings the review. */
  readonly steps: (evaluation: Evaluation, beside?: Beside) => Generator<void, Review>
}

/**
 * 校验 of an evaluation while it is typed: every check, findings first the heaviest, then what held and what could not be decided.
 * A check is run again only where something it read has changed since the call before; the result is the same as if all were.
 */
export function reviewer(checks: readonly Check[], measures: readonly Measure[]): Reviewer {
  let before: Before | null = null
  function* steps(evaluation: Evaluation, beside: Beside = {}): Generator<void, Review> {
    const then = before
    const own = tracedFigures(evaluation, measures)
    const last = beside.last ? figuresOfLast(beside.last, measures) : null
    const figures = last ? besideLastYear(own, last) : own
    const changed = changedSince(then, evaluation, beside.last ?? null)
    const outcomes = new Map<Check, { readonly outcome: Outcome; readonly inputs: ReadonlySet<Input> }>()
    const [findings, held, undecided]: [Finding[], Review['held'][number][], Review['undecided'][number][]] = [[], [], []]
    const all = beside.last && last ? [...checks, ...yearChecks(evaluation, beside.last, last, measures)] : checks
    for (const check of all)
      for (const one of expanded(check, evaluation)) {
        const known = changed && then?.outcomes.get(one)
        const now = known && !restsOnAny(known.inputs, changed) ? known : yield* afresh(own, one, figures, evaluation)
        outcomes.set(one, now)
        if (now.outcome?.kind === 'finding') findings.push(now.outcome.finding)
        else if (now.outcome?.kind === 'held') held.push(now.outcome.held)
        else if (now.outcome) undecided.push(now.outcome.undecided)
        yield
      }
    before = { evaluation, last: beside.last ?? null, outcomes }
    const subject = { evaluation, figures: own, measures: indexOf(measures), assessment: beside.assessment ?? null }
    for (const inspection of beside.inspections ?? []) {
      for (const look of inspection(subject)) {
        if (look.fault) findings.push(inspected(look, look.fault, evaluation))
        else held.push({ check: look.check, says: look.says, equation: '' })
      }
      yield
    }
    findings.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
    return { findings, held, undecided }
  }
  const all = (evaluation: Evaluation, beside?: Beside): Review => {
    const under = steps(evaluation, beside)
    let step = under.next()
    while (!step.done) step = under.next()
    return step.value
  }
  return Object.assign(all, { steps })
}

function* outcomeSteps(check: Check, figures: Figures, evaluation: Evaluation): Generator<void, Outcome> {
  const verdict = yield* decideSteps(check, figures)
  if (!isBroken(verdict)) return quietOutcome(check, verdict, figures)
  yield
  const slip = slipOf(check, verdict, figures)
  yield
  return { kind: 'finding', finding: findingOf(check, verdict, slip, figures, evaluation) }
}

/** Runs a check in steps, so that one over thousands of rows holds nobody up; with all that any step has read. */
function* afresh(own: TracedFigures, check: Check, figures: Figures, evaluation: Evaluation): Generator<void, { readonly outcome: Outcome; readonly inputs: ReadonlySet<Input> }> {
  const work = outcomeSteps(check, figures, evaluation)
  let inputs: ReadonlySet<Input> = new Set()
  for (;;) {
    const { result: step, inputs: read } = own.reading(() => work.next())
    inputs = inputs.size === 0 ? read : new Set([...inputs, ...read])
    if (step.done) return { outcome: step.value, inputs }
    yield
  }
}

/** 校验 of one evaluation, once. */
export const review = (checks: readonly Check[], evaluation: Evaluation, measures: readonly Measure[], beside: Beside = {}): Review => reviewer(checks, measures)(evaluation, beside)
