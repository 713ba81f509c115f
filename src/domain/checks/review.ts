import type { Evaluation } from '../evaluation/evaluation'
import type { Figures } from '../figures/figures'
import { figuresOf, indexOf } from '../figures/figuresOf'
import type { Assessment } from '../indicators/assessment'
import type { FigureId } from '../measures/item'
import type { Measure } from '../measures/measure'
import { besideLastYear } from '../years/lastYear'
import { yearChecks } from '../years/yearChecks'
import type { Check, Finding, Review } from './check'
import { decide, type Verdict } from './decide'
import { expanded } from './eachRow'
import { brokenEquation, differenceText, heldEquation } from './equation'
import type { Fault, Inspection, Look } from './inspection'
import { likelySlip } from './slip'
import { figureAt, usedFigures } from './usedFigures'

const BY_ROUNDING = '多半是四舍五入造成，核对后可在“说明”中写明。'

type Broken = Extract<Verdict, { readonly kind: 'rounding' | 'contradicted' }>

const explanationOf = (check: string, evaluation: Evaluation): string | null => (Object.hasOwn(evaluation.explanations, check) ? evaluation.explanations[check]! : null)

/** The typed figures that totals in a finding rest on, so that each of them tells of it. */
const withRests = (ids: readonly FigureId[], figures: Figures): readonly FigureId[] =>
  [...new Set(ids.flatMap((id) => {
    const figure = figureAt(id, figures)
    return figure.kind === 'value' && figure.origin === 'derived' ? [id, ...figure.restsOn] : [id]
  }))]

function findingOf(check: Check, verdict: Broken, figures: Figures, evaluation: Evaluation): Finding {
  const rounding = verdict.kind === 'rounding'
  const slip = rounding || check.relation !== '=' ? null : likelySlip(check.left, check.right, verdict, figures)
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
    figures: withRests([...usedFigures(check.left, figures), ...usedFigures(check.right, figures)], figures),
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

/** 校验: every check run on an evaluation; findings first the heaviest, then what held and what could not be decided. */
export function review(checks: readonly Check[], evaluation: Evaluation, measures: readonly Measure[], beside: Beside = {}): Review {
  const own = figuresOf(evaluation, measures)
  const last = beside.last ? figuresOfLast(beside.last, measures) : null
  const figures = last ? besideLastYear(own, last) : own
  const findings: Finding[] = []
  const held: Review['held'][number][] = []
  const undecided: Review['undecided'][number][] = []
  const all = beside.last && last ? [...checks, ...yearChecks(evaluation, beside.last, last, measures)] : checks
  for (const check of all)
    for (const one of expanded(check, evaluation)) {
      const verdict = decide(one, figures)
      // The words are made when somebody reads them: most never are, and a keystroke waits for none.
      if (verdict.kind === 'held') held.push({ check: one.id, says: one.says, get equation() { return heldEquation(one, figures) } })
      else if (verdict.kind === 'undecided') {
        if (check.eachRow?.blank !== 'skip') undecided.push({ check: one.id, says: one.says, missing: verdict.missing })
      } else if (verdict.kind !== 'skipped') findings.push(findingOf(one, verdict, figures, evaluation))
    }
  const subject = { evaluation, figures: own, measures: indexOf(measures), assessment: beside.assessment ?? null }
  for (const look of (beside.inspections ?? []).flatMap((inspection) => inspection(subject))) {
    if (look.fault) findings.push(inspected(look, look.fault, evaluation))
    else held.push({ check: look.check, says: look.says, equation: '' })
  }
  findings.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
  return { findings, held, undecided }
}
