import { decimal, divide, multiply, toFixedText } from '../../kernel/rational'
import type { Expression } from '../../domain/expression/expression'
import type { Aggregate } from '../../domain/scoring/aggregate'
import type { ValueStyle } from '../../domain/scoring/award'
import type { BestOf } from '../../domain/scoring/bestOf'
import type { CaseTable } from '../../domain/scoring/caseTable'
import type { Checkpoints } from '../../domain/scoring/checkpoints'
import type { ComputedScoring } from '../../domain/scoring/computed'
import type { FiguresScoring } from '../../domain/scoring/scoring'
import { exactPointsFormula, toPoints } from './scoreFormula'

/** A formula as Excel writes it, at the rounding point of a value of that style, with what stands there where a divisor is 0; null where its figures do not stand in the workbook. */
export type WriteFormula = (formula: Expression, style?: ValueStyle, zeroDivisor?: string) => string | null

/** 不涉及 in a formula. */
export const NOT_INVOLVED = '"不涉及"'

/** Excel takes no longer formula. */
const MOST_CHARACTERS = 8000

/** What 不涉及 is worth: points, or blank. */
const worthOf = (scoring: FiguresScoring, weight: string): string => (scoring.notApplicable === 'full' ? weight : scoring.notApplicable === 'zero' ? '0' : '""')

/** The situation that holds, in words, as a formula; null where its figures do not stand in the workbook. */
export function situationFormula(scoring: CaseTable, write: WriteFormula): string | null {
  const quoted = (label: string): string => `"${label.replaceAll('"', '""')}"`
  const made = scoring.cases.reduceRight<string | null>((rest, { label, when }) => {
    const test = write(when)
    return rest === null || test === null ? null : `IF(${test}="","",IF(${test}=${NOT_INVOLVED},${NOT_INVOLVED},IF(${test}<>0,${quoted(label)},${rest})))`
  }, quoted(scoring.otherwise.label))
  return made !== null && made.length <= MOST_CHARACTERS ? made : null
}

function caseFormula(scoring: CaseTable, weight: string, write: WriteFormula): string | null {
  const worth = (points: string) => toFixedText(multiply(decimal(points), divide(decimal(weight), decimal(scoring.ruleMost))!), 2)
  const tests = scoring.cases.map(({ when, points }) => ({ test: write(when), points: worth(points) }))
  return tests.reduceRight<string | null>((rest, { test, points }) =>
    (rest === null || test === null ? null : `IF(${test}="","",IF(${test}=${NOT_INVOLVED},${worthOf(scoring, weight)},IF(${test}<>0,${points},${rest})))`), worth(scoring.otherwise.points))
}

/** Points of one way, not rounded: −1 where it is 不涉及, −2 where it is not known yet. */
function marked(formula: Expression, rule: ComputedScoring, weight: string, write: WriteFormula, style: ValueStyle = 'percent'): string | null {
  const value = write(formula, style)
  return value === null ? null : `IF(${value}="",-2,IF(${value}=${NOT_INVOLVED},-1,${exactPointsFormula(rule, value, weight)}))`
}

function bestFormula(scoring: BestOf, weight: string, write: WriteFormula): string | null {
  const ways = scoring.options.map(({ formula, valueStyle, scoring: rule }) => marked(formula, rule, weight, write, valueStyle))
  if (ways.includes(null)) return null
  const [best, least] = [`MAX(${ways.join(',')})`, `MIN(${ways.join(',')})`]
  return `IF(AND(${least}=-2,ROUND(${best},10)<${weight}),"",IF(${best}=-1,${worthOf(scoring, weight)},${toPoints(best)}))`
}

function checkpointFormula(scoring: Checkpoints, weight: string, write: WriteFormula): string | null {
  const each = scoring.points.map((point) => ({ weight: point.weight, points: marked(point.formula, point.scoring, point.weight, write, point.valueStyle) }))
  if (each.some(({ points }) => points === null)) return null
  const marks = each.map(({ points }) => points).join(',')
  const added = each.map(({ points, weight: most }) => `IF(${points}=-1,${scoring.notApplicable === 'full' ? most : '0'},${points})`).join('+')
  const asked = scoring.notApplicable === 'full' || scoring.notApplicable === 'zero' ? '' : `IF(MIN(${marks})=-1,"",`
  const sum = `${asked}${toPoints(added)}${asked === '' ? '' : ')'}`
  return `IF(MIN(${marks})=-2,"",IF(MAX(${marks})=-1,${worthOf(scoring, weight)},${sum}))`
}

/** Points of a rule with several formulas; null where they cannot stand in one cell, so that the points stand there as they are. */
export function figuresFormula(scoring: Exclude<FiguresScoring, Aggregate>, weight: string, write: WriteFormula): string | null {
  const made = scoring.kind === 'caseTable' ? caseFormula(scoring, weight, write)
    : scoring.kind === 'bestOf' ? bestFormula(scoring, weight, write)
      : checkpointFormula(scoring, weight, write)
  return made !== null && made.length <= MOST_CHARACTERS ? made : null
}
