import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formula, vocabulary } from '../../../src/catalog/formula'
import { measures } from '../../../src/catalog/measures/measures'
import { evaluate } from '../../../src/domain/expression/evaluate'
import { explain } from '../../../src/domain/expression/explain'
import { figureLeaves } from '../../../src/domain/expression/figureLeaves'
import { printExpression } from '../../../src/domain/expression/print'
import { figuresOf } from '../../../src/domain/figures/figuresOf'
import { figureNames } from '../../../src/domain/measures/names'
import { excelFormula } from '../../../src/exchange/excel/excelFormula'
import { decimal, divide, toDecimalText } from '../../../src/kernel/rational'
import { namedEvaluation, type NamedAnswers, type NamedTables } from '../../support/namedEvaluation'

interface Case {
  readonly says: string
  readonly formula: string
  readonly answers?: NamedAnswers
  readonly tables?: NamedTables
  readonly value?: string
  readonly fraction?: readonly [string, string]
  readonly missing?: readonly string[]
  readonly notApplicable?: readonly string[]
  readonly zeroDivisor?: readonly string[]
  readonly names?: string
  readonly figures?: string
  readonly prints?: string
  readonly excel?: string
}

const cases = JSON.parse(readFileSync(join(import.meta.dirname, '../../cases/expressions.json'), 'utf8')) as readonly Case[]

describe.each(cases)('$says: $formula', (given) => {
  const tree = formula(given.formula)
  const figures = figuresOf(namedEvaluation(given.answers ?? {}, given.tables), measures)
  const outcome = evaluate(tree, figures)

  it('comes to the expected value, or says why not', () => {
    const fraction = given.fraction && divide(decimal(given.fraction[0]), decimal(given.fraction[1]))
    const found = outcome.kind === 'value' ? { value: toDecimalText(outcome.value) } : { [outcome.kind]: outcome.figures.map((id) => vocabulary.nameOf(id)) }
    const { missing, notApplicable, zeroDivisor, value = fraction && toDecimalText(fraction) } = given
    expect(found).toEqual(JSON.parse(JSON.stringify({ value, missing, notApplicable, zeroDivisor })))
  })

  it('is told in names and in figures', () => {
    const told = { names: explain(tree, figureNames(measures)), figures: explain(tree, figureLeaves(figures)) }
    expect(told).toEqual({ names: given.names ?? told.names, figures: given.figures ?? told.figures })
  })

  it('prints so that it reads back', () => {
    const printed = printExpression(tree, vocabulary)
    if (given.prints !== undefined) expect(printed).toBe(given.prints)
    expect(formula(printed)).toEqual(tree)
  })

  if (given.excel !== undefined)
    it('reads as an Excel formula', () => expect(excelFormula(tree, { figure: vocabulary.nameOf, column: () => null })).toBe(given.excel))
})
