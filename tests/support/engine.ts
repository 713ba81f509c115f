/** What the bench of formulas measures, built as one module. */
export { evaluateTraced } from '../../src/domain/expression/evaluate'
export { figuresOf } from '../../src/domain/figures/figuresOf'
export { add } from '../../src/kernel/rational'
