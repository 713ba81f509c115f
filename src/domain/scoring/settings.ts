import type { Expression } from '../expression/expression'
import type { Warning } from './warning'

/** 扣分步长: whole steps only, every started step, or in proportion (texts never say; floor is the default, 待核对). */
export type StepMode = 'floor' | 'ceiling' | 'proportional'

/** 不涉及时: full marks, left out with its weight spread over the others, zero, or asked. */
export type NotApplicableMode = 'full' | 'excluded' | 'zero' | 'ask'

/** What a zero divisor means: ask a person, 不涉及, or full marks where the dividend is zero too. */
export type ZeroDivisorMode = 'ask' | 'notApplicable' | 'fullIfBothZero'

/** 一票否决 (kind 18): where it holds, the whole indicator earns nothing (未设置绩效目标该栏不得分; 复核无佐证不得分). */
export interface Veto {
  /** When it holds by the figures; absent where only a person can say so. */
  readonly when?: Expression
  /** The rule in words. */
  readonly says: string
}

/** What every scoring says besides its own parameters; nothing is guessed silently. */
export interface ScoringSettings {
  readonly notApplicable: NotApplicableMode
  readonly zeroDivisor: ZeroDivisorMode
  readonly veto?: Veto
  readonly warnings?: readonly Warning[]
}

/** What each step mode is called. */
export const STEP_MODES: { readonly [M in StepMode]: string } = {
  floor: '不足一档不扣', ceiling: '不足一档按一档扣', proportional: '按比例扣',
}
