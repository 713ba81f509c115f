/** What runs after each keystroke: scores, checks and inspections. */
export { inspections } from '../../src/domain/checks/inspections/inspections'
export { reviewer } from '../../src/domain/checks/review'
export { assessor } from '../../src/domain/indicators/assess'
