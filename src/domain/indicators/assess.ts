import { add, compare, decimal, divide, equals, fromDecimal, multiply, ONE, subtract, sum, toFixedText, ZERO, type Rational } from '../../kernel/rational'
import { changedInputs, restsOnAny, tableInput, type Input } from '../evaluation/changedInputs'
import type { Evaluation } from '../evaluation/evaluation'
import type { ScoreAuthor } from '../evaluation/judgement'
import type { Figures } from '../figures/figures'
import { tracedFigures } from '../figures/figuresOf'
import { printedFigures } from '../figures/printedFigures'
import { GOALS_TABLE } from '../goals/goal'
import { goalEntry, type GoalEntry } from '../goals/goalEntry'
import { figureNames, type FigureNames } from '../measures/names'
import type { Assessment, Asked, Line } from './assessment'
import type { Framework, Indicator } from './framework'
import { gradesBetween } from './grades'
import { withRounding } from './withRounding'
import { scoreLine, type Scored } from './scoreLine'

const PLACES = 2

const points = (value: Rational): string => toFixedText(value, PLACES)

/** 不参与评分的指标's weight spread over the others: every other line counts by this factor. */
function spread(framework: Framework, scored: readonly Scored[]): Rational {
  const total = decimal(framework.total)
  const excluded = sum(scored.filter((line) => line.state === 'excluded').map((line) => decimal(line.indicator.weight)))
  return excluded.n === 0n ? ONE : divide(total, subtract(total, excluded)) ?? ZERO
}

function lineOf(scored: Scored, factor: Rational): Line {
  const { indicator, state, value, trace, asked, uses, warnings } = scored
  const by = state === 'excluded' ? ZERO : factor
  const lowest = points(multiply(scored.lowest, by))
  const highest = points(multiply(scored.highest, by))
  const reweighted = equals(factor, ONE) || state === 'excluded'
    ? []
    : [{ label: '分摊', text: `有指标不参与评分，本指标分值由 ${indicator.weight} 折为 ${points(multiply(decimal(indicator.weight), by))}` }]
  return {
    indicator, state, value, asked, uses, warnings,
    points: state === 'open' ? null : lowest,
    computedPoints: scored.computed ? points(multiply(scored.computed, by)) : null,
    weight: points(multiply(decimal(indicator.weight), by)),
    lowest, highest,
    trace: [...trace, ...reweighted],
  }
}

/** The goals' own steps, and the cells they still lack instead of a judgement. */
const withGoals = (scored: Scored, { steps, asked }: GoalEntry): Scored =>
  ({ ...scored, trace: [...steps, ...scored.trace], asked: scored.state === 'open' && asked.length > 0 ? asked : scored.asked })

function askedOf(lines: readonly Line[]): Assessment['asked'] {
  const found = new Map<string, { asked: Asked; points: Rational; indicators: string[] }>()
  for (const line of lines)
    for (const asked of line.asked) {
      const key = JSON.stringify(asked)
      const entry = found.get(key) ?? { asked, points: ZERO, indicators: [] }
      entry.points = add(entry.points, subtract(decimal(line.highest), decimal(line.lowest)))
      entry.indicators.push(line.indicator.id)
      found.set(key, entry)
    }
  return [...found.values()]
    .sort((a, b) => compare(b.points, a.points))
    .map((entry) => ({ asked: entry.asked, points: points(entry.points), indicators: entry.indicators }))
}

/** The lines' sum, each rounded as printed, so that the total is what a reader adds up. */
const total = (lines: readonly Line[], of: (line: Line) => string | null): Rational =>
  sum(lines.map((line) => fromDecimal(of(line) ?? '0') ?? ZERO))

function scoredOf(indicator: Indicator, evaluation: Evaluation, figures: Figures, names: FigureNames, author: ScoreAuthor): Scored {
  const judgement = evaluation.judgements[indicator.id]?.[author]
  const goals = goalEntry(indicator, evaluation)
  // A reviewer's own rows stand beside the unit's; for the unit its approved goals are the only rows there are.
  if (!goals || judgement?.entry?.kind === 'notInvolved' || (author !== 'self' && judgement?.entry)) return scoreLine(indicator, evaluation, figures, names, judgement)
  return withGoals(scoreLine(indicator, evaluation, figures, names, { ...judgement, entry: goals.entry }), goals)
}

/** A line as it was scored, what it rests on, and how it came out at the factor of then. */
interface KnownLine {
  readonly scored: Scored
  readonly inputs: ReadonlySet<Input>
  readonly factor: Rational
  readonly line: Line
}

/** What an assessment remembers of the one before. */
interface Before {
  readonly framework: Framework
  readonly evaluation: Evaluation
  readonly lines: ReadonlyMap<Indicator, KnownLine>
}

/** What was typed since, where the lines of then still stand for the rest; goals are read by every line that may take them. */
function changedSince(before: Before | null, framework: Framework, evaluation: Evaluation): ReadonlySet<Input> | null {
  if (!before || before.framework !== framework || before.evaluation.framework !== evaluation.framework) return null
  const changed = changedInputs(before.evaluation, evaluation)
  return changed?.has(tableInput(GOALS_TABLE)) ? null : changed
}

/**
 * 自评、复核或评价 of an evaluation while it is typed. What is not known yet is a range and a list of what is asked for;
 * it is never counted as zero. Points have two decimals, half-up; the total is the sum of the rounded rows.
 * A line is scored again only where something it rests on has changed since the call before; the result is the same as if all were.
 */
export function assessor(author: ScoreAuthor): (framework: Framework, evaluation: Evaluation) => Assessment {
  let before: Before | null = null
  return (framework, evaluation) => {
    const rounded = withRounding(evaluation, framework)
    const all = tracedFigures(evaluation, framework.measures)
    const figures = rounded.settings.ratesFrom === 'printed' ? printedFigures(all, framework.measures) : all
    const names = figureNames(framework.measures)
    const changed = changedSince(before, framework, evaluation)
    const scored = framework.indicators.map((indicator) => {
      const then = changed && before?.lines.get(indicator)
      if (then && before?.evaluation.judgements[indicator.id]?.[author] === evaluation.judgements[indicator.id]?.[author] && !restsOnAny(then.inputs, changed)) return then
      const { result, inputs } = all.reading(() => scoredOf(indicator, rounded, figures, names, author))
      return { scored: result, inputs }
    })
    const factor = spread(framework, scored.map((one) => one.scored))
    const known = scored.map((one): KnownLine => ('line' in one && equals(one.factor, factor) ? one : { ...one, factor, line: lineOf(one.scored, factor) }))
    before = { framework, evaluation, lines: new Map(known.map((one) => [one.scored.indicator, one])) }
    return summed(framework, author, known.map(({ line }) => line))
  }
}

function summed(framework: Framework, author: ScoreAuthor, lines: readonly Line[]): Assessment {
  const lowest = total(lines, (line) => line.lowest)
  const highest = total(lines, (line) => line.highest)
  const grades = gradesBetween(framework.grades ?? [], lowest, highest)
  return {
    author, lines,
    certain: points(lowest),
    open: points(subtract(highest, lowest)),
    lowest: points(lowest),
    highest: points(highest),
    total: framework.total,
    asked: askedOf(lines),
    grade: grades.length === 1 ? grades[0]! : null,
    grades,
  }
}

/** 自评、复核或评价 of one evaluation, once. */
export const assess = (framework: Framework, evaluation: Evaluation, author: ScoreAuthor = 'self'): Assessment => assessor(author)(framework, evaluation)
