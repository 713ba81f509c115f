import type { Check } from './checks/check'
import type { Form } from './forms/form'
import type { Framework } from './indicators/framework'
import type { Measure } from './measures/measure'
import type { Outline } from './report/outline'

/** Everything the product knows of the field, as data. */
export interface Catalog {
  readonly measures: readonly Measure[]
  readonly forms: readonly Form[]
  readonly frameworks: readonly Framework[]
  readonly checks: readonly Check[]
  readonly outlines: readonly Outline[]
}
