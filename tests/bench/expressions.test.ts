import { HyperFormula } from 'hyperformula'
import { all, create } from 'mathjs'
import { expect, it } from 'vitest'
import { defaultSettings, type Evaluation } from '../../src/domain/evaluation/evaluation'
import { given } from '../../src/domain/evaluation/answer'
import type { Expression } from '../../src/domain/expression/expression'
import { hunan2017 } from '../../src/catalog/frameworks/hunan2017'
import type { Measure } from '../../src/domain/measures/measure'
import { toDecimalText, type Rational } from '../../src/kernel/rational'
import { builtModule } from '../support/builtModule'
import { medianOf, report } from '../support/ratio'

const UNITS = 10_000
const FORMULAS = 40
const measures: readonly Measure[] = Array.from({ length: FORMULAS * 3 }, (_, i) => ({
  id: `m${i}`, name: `数${i}`, kind: 'count', unit: '', definition: '', verification: 'unverified', bases: ['inYear'],
}))
const item = (i: number): Expression => ({ kind: 'item', item: `m${i}@inYear` })
const number = (text: string): Expression => ({ kind: 'number', text })

/** ROUND((a − b) / c × 100, 2). Every division of ours looks at its divisor and names it where it is 0; a workbook asks with IF. */
const formulas: readonly Expression[] = Array.from({ length: FORMULAS }, (_, f) => {
  const [a, b, c] = [item(f * 3), item(f * 3 + 1), item(f * 3 + 2)]
  const rate: Expression = { kind: 'operation', operator: '*', left: { kind: 'operation', operator: '/', left: { kind: 'operation', operator: '-', left: a, right: b }, right: c }, right: number('100') }
  return { kind: 'call', name: 'ROUND', args: [rate, number('2')] }
})

/** Two-decimal amounts that differ from unit to unit. */
const amount = (unit: number, i: number): string => {
  const cents = String(((unit * 7919 + i * 104_729) % 900_000) + 100)
  return `${cents.slice(0, -2)}.${cents.slice(-2)}`
}
const evaluationOf = (unit: number): Evaluation => ({
  format: 1, id: `u${unit}`, year: 2025, settings: defaultSettings, framework: hunan2017, outline: '', tables: {}, judgements: {}, narrative: {}, explanations: {},
  answers: Object.fromEntries(measures.map((measure, i) => [`${measure.id}@inYear`, given(amount(unit, i))])),
})

/** mathjs over the same amounts, parsed from the same texts: formulas compiled once, one scope a unit. */
async function mathSum(read: (text: string) => unknown): Promise<{ readonly time: number; readonly sum: string }> {
  const isNumber = typeof read('1') === 'number'
  const math = create(all ?? {}, isNumber ? {} : { number: 'BigNumber', precision: 40 })
  const compiled = formulas.map((_, f) => math.compile(`m${f * 3 + 2} == 0 ? 0 : round((m${f * 3} - m${f * 3 + 1}) / m${f * 3 + 2} * 100, 2)`))
  let total: unknown = read('0')
  const time = await medianOf(1, () => {
    for (let unit = 0; unit < UNITS; unit++) {
      const scope = Object.fromEntries(measures.map((_, i) => [`m${i}`, read(amount(unit, i))]))
      for (const formula of compiled) total = math.add(total as number, formula.evaluate(scope) as number)
    }
  })
  return { time, sum: isNumber ? (total as number).toFixed(2) : math.format(total, { notation: 'fixed' }) }
}

it('400,000 formula evaluations with trace, exact, against HyperFormula and mathjs', async () => {
  const evaluations = Array.from({ length: UNITS }, (_, unit) => evaluationOf(unit))
  const { add, evaluateTraced, figuresOf } = await builtModule<typeof import('../support/engine')>('tests/support/engine.ts')
  let exact: Rational = { n: 0n, d: 1n }
  let nodes = 0
  const ours = await medianOf(5, () => {
    exact = { n: 0n, d: 1n }
    nodes = 0
    for (const evaluation of evaluations) {
      const figures = figuresOf(evaluation, measures)
      for (const formula of formulas) {
        const { outcome, trace } = evaluateTraced(formula, figures)
        nodes += trace.length / 2
        if (outcome.kind === 'value') exact = add(exact, outcome.value)
      }
    }
  })
  const letter = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : `${String.fromCharCode(64 + Math.floor(column / 26))}${String.fromCharCode(65 + (column % 26))}`)
  const rows = evaluations.map((_, unit) => [
    ...measures.map((__, i) => Number(amount(unit, i))),
    ...formulas.map((__, f) => `=IF(${letter(f * 3 + 2)}${unit + 1}=0,0,ROUND((${letter(f * 3)}${unit + 1}-${letter(f * 3 + 1)}${unit + 1})/${letter(f * 3 + 2)}${unit + 1}*100,2))`),
  ])
  let theirs = 0
  const peer = await medianOf(1, () => {
    const engine = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3', maxColumns: 400 })
    theirs = engine.getSheetValues(0).reduce((sum, row) => sum + row.slice(measures.length).reduce((part: number, cell) => part + Number(cell), 0), 0)
    engine.destroy()
  })
  const mathWords = await mathSum(Number)
  const exactMath = create(all ?? {}, { number: 'BigNumber', precision: 40 })
  const mathExact = await mathSum((text) => exactMath.bignumber(text))
  report(`assess ${UNITS} evaluations × ${FORMULAS} formulas (trace produced for every evaluation, ${nodes} nodes, values summed exactly)`, ours, 'HyperFormula 3.5.0 build and read', peer)
  report('the same formulas', ours, 'mathjs 15.2.0, compiled once, doubles, no trace', mathWords.time)
  report('the same formulas', ours, 'mathjs 15.2.0, compiled once, BigNumber of 40 digits, no trace', mathExact.time)
  expect(Number(toDecimalText(exact, 2)).toFixed(0)).toBe(theirs.toFixed(0))
  expect(mathExact.sum).toBe(toDecimalText(exact, 2))
  // Doubles put a few halves on the wrong side.
  expect(Math.abs(Number(mathWords.sum) - Number(toDecimalText(exact, 2)))).toBeLessThan(1)
})
