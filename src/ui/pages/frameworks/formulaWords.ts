import { frameworkVocabulary, measuresFor } from '../../../catalog/frameworkVocabulary'
import { columnHeads } from '../../../catalog/outlines/columnHeads'
import { explain } from '../../../domain/expression/explain'
import { printExpression } from '../../../domain/expression/print'
import type { Framework, Indicator } from '../../../domain/indicators/framework'
import { figureNames } from '../../../domain/measures/names'
import { scoringWords } from '../../../domain/scoring/scoringWords'

/** A formula in words, empty where there is none. */
export const formulaSaid = (framework: Framework, { formula }: Indicator): string => (formula ? explain(formula, figureNames(measuresFor(framework), columnHeads)) : '')

/** A formula as it is typed, empty where there is none. */
export const formulaTyped = (framework: Framework, { formula }: Indicator): string => (formula ? printExpression(formula, frameworkVocabulary(framework)) : '')

/** 计分办法 in words, a line each. */
export function scoringSaid(framework: Framework, { scoring, weight, valueStyle }: Indicator): readonly string[] {
  const names = figureNames(measuresFor(framework), columnHeads)
  return scoringWords(scoring, weight, (formula) => explain(formula, names), valueStyle)
}
