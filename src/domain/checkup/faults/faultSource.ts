import type { Flow } from '../flow'
import type { Line } from '../group'
import type { Span } from '../span'
import type { Table } from '../table'

/** What a finder of faults looks at. */
export interface FaultSource {
  readonly flow: Flow
  readonly lines: readonly Line[]
  readonly tables: readonly Table[]
}

/** A stretch of the flow as a place in the text. */
export const spanOf = (flow: Flow, start: number, end: number): Span => ({ start: flow.at(start), end: flow.at(Math.max(start, end - 1)) + 1 })
