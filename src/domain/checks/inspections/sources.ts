import { FIGURE_STATES, type FigureState } from '../../evaluation/answer'
import { itemId } from '../../measures/item'
import type { Inspection } from '../inspection'

/** 国库支付 counts what went through the system, 决算 what the unit spent: two measures of the same year. */
const PAID: ReadonlySet<FigureState> = new Set(['paidInSystem'])
const FINAL: ReadonlySet<FigureState> = new Set(['finalReported', 'finalApproved'])

/** 执行口径与决算口径不混用 (practice.md M7): the parts of one total are all of the same kind. */
export const mixedSources: Inspection = ({ evaluation, measures }) => [...measures.values()].flatMap((measure) => {
  if (!measure.parts || !measure.bases.includes('actual')) return []
  const parts = measure.parts.map((part) => itemId(part, 'actual', 'all'))
  const states = parts.flatMap((id) => (Object.hasOwn(evaluation.answers, id) ? evaluation.answers[id]!.provenance?.state ?? [] : []))
  if (states.length < 2) return []
  const paid = states.find((state) => PAID.has(state))
  const final = states.find((state) => FINAL.has(state))
  const at = itemId(measure.id, 'actual', 'all')
  return [{ check: `sources.${measure.id}`, says: `${measure.name}各分项取数口径一致`, at, figures: parts, fault: paid && final ? {
    kind: 'logic' as const, severity: 'suspicion' as const, equation: `分项中有${FIGURE_STATES[paid]}，也有${FIGURE_STATES[final]}`,
    detail: '国库支付口径与决算口径不能加在一起。', remedy: '统一改用部门决算数，或在取数来源中改正状态。' } : null }]
})
