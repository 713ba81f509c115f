/** What runs after each keystroke: scores, checks and inspections. */
export { inspections } from '../../src/domain/checks/inspections/inspections'
export { review } from '../../src/domain/checks/review'
export { assess } from '../../src/domain/indicators/assess'
