import type { Expression } from '../expression/expression'
import type { Outcome } from '../expression/outcome'

/** 预警 (kind 22): a condition that raises a colour and takes no points (完成率高出执行率 5% 红灯, 未支出超过 20% 黄灯). */
export interface Warning {
  readonly when: Expression
  readonly level: WarningLevel
  /** What it says. */
  readonly says: string
}

/** 红灯、黄灯. */
export type WarningLevel = 'red' | 'yellow'

/** What each level is called. */
export const WARNING_LEVELS: { readonly [L in WarningLevel]: string } = { red: '红灯', yellow: '黄灯' }

/** A warning that is on. */
export type Raised = Pick<Warning, 'level' | 'says'>

/** The warnings that hold by the figures, red first; one whose figures are missing or 不涉及 is not on. */
export function raisedWarnings(warnings: readonly Warning[], evaluate: (formula: Expression) => Outcome): readonly Raised[] {
  const on = warnings.filter(({ when }) => {
    const outcome = evaluate(when)
    return outcome.kind === 'value' && outcome.value.n !== 0n
  }).map(({ level, says }): Raised => ({ level, says }))
  return [...on.filter(({ level }) => level === 'red'), ...on.filter(({ level }) => level === 'yellow')]
}
