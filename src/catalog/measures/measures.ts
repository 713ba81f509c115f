import type { Measure } from '../../domain/measures/measure'
import { buildingMeasures } from './buildings'
import { economicMeasures } from './economic'
import { expenditureMeasures } from './expenditure'
import { incomeMeasures } from './income'
import { satisfactionMeasures } from './satisfaction'
import { staffMeasures } from './staff'
import { threePublicMeasures } from './threePublic'
import { unitProfileMeasures } from './unitProfile'

/** Every measure of the product, in the order of the forms. */
export const measures: readonly Measure[] = [
  ...unitProfileMeasures,
  ...staffMeasures,
  ...threePublicMeasures,
  ...expenditureMeasures,
  ...incomeMeasures,
  ...buildingMeasures,
  ...satisfactionMeasures,
  ...economicMeasures,
]
