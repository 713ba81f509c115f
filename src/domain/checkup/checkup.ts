import type { Fault } from './faults/fault'
import type { Severity } from '../checks/check'

/** 数量 (quantity): a figure of the text with its unit. */
export interface Quantity {
  /** As printed, unit included. */
  readonly text: string
  /** Offsets in the text, the end excluded. */
  readonly start: number
  readonly end: number
  /** Decimal text in the printed unit. */
  readonly value: string
  readonly unit: string
  /** What the printed digits can stand for, in the base unit (元, 个, %): decimal text. */
  readonly low: string
  readonly high: string
  readonly kind: 'money' | 'count' | 'percent' | 'points' | 'measure'
}

/** 关系 (relation): figures that must fit each other. */
export interface Relation {
  readonly kind: 'sum' | 'partOf' | 'share' | 'change' | 'completion' | 'difference' | 'count' | 'same' | 'bound' | 'product'
  readonly verdict: 'holds' | 'rounding' | 'contradicted'
  readonly stated: Quantity
  readonly operands: readonly Quantity[]
  /** What `stated` should be: decimal text in its unit. */
  readonly computed: string
  /** The equation in words. */
  readonly explanation: string
  /** How sure a contradiction is; absent: sure. */
  readonly severity?: Severity
  /** 可能的原因, in words; absent where none suggests itself. */
  readonly cause?: string
  /** The smallest single change that would repair it, in words. */
  readonly repair?: string
}

/** 未决: what looks like a relation but cannot be decided, with the reason. */
export interface Undecided {
  readonly quantities: readonly Quantity[]
  readonly reason: string
}

/** 核对结果 of a text. */
export interface Checkup {
  readonly quantities: readonly Quantity[]
  readonly relations: readonly Relation[]
  readonly undecided: readonly Undecided[]
  /** 格式问题, in no order; absent where none were looked for. */
  readonly faults?: readonly Fault[]
}
