import type { Evaluation } from '../evaluation/evaluation'
import type { Figures } from '../figures/figures'
import { figuresOf } from '../figures/figuresOf'
import type { Measure } from '../measures/measure'
import type { Check, Finding, Review } from './check'
import { decide, type Verdict } from './decide'
import { expanded } from './eachRow'
import { brokenEquation, differenceText, heldEquation } from './equation'
import { likelySlip } from './slip'
import { usedFigures } from './usedFigures'

const BY_ROUNDING = '多半是四舍五入造成，核对后可在“说明”中写明。'

type Broken = Extract<Verdict, { readonly kind: 'rounding' | 'contradicted' }>

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
    figures: [...new Set([...usedFigures(check.left, figures), ...usedFigures(check.right, figures)])],
    explanation: Object.hasOwn(evaluation.explanations, check.id) ? evaluation.explanations[check.id]! : null,
  }
}

const WEIGHT = { contradiction: 0, suspicion: 1, hint: 2 } as const

/** 校验: every check run on an evaluation; findings first the heaviest, then what held and what could not be decided. */
export function review(checks: readonly Check[], evaluation: Evaluation, measures: readonly Measure[]): Review {
  const figures = figuresOf(evaluation, measures)
  const findings: Finding[] = []
  const held: Review['held'][number][] = []
  const undecided: Review['undecided'][number][] = []
  for (const check of checks)
    for (const one of expanded(check, evaluation)) {
      const verdict = decide(one, figures)
      if (verdict.kind === 'held') held.push({ check: one.id, says: one.says, equation: heldEquation(one, figures) })
      else if (verdict.kind === 'undecided') {
        if (check.eachRow?.blank !== 'skip') undecided.push({ check: one.id, says: one.says, missing: verdict.missing })
      } else if (verdict.kind !== 'skipped') findings.push(findingOf(one, verdict, figures, evaluation))
    }
  findings.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
  return { findings, held, undecided }
}
