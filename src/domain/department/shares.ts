import { printedPlaces } from '../../kernel/decimalText'
import { add, toFixedText, ZERO, type Rational } from '../../kernel/rational'
import type { FigureState } from '../evaluation/answer'
import type { Evaluation } from '../evaluation/evaluation'
import type { Figure, Figures } from '../figures/figures'
import { figuresOf } from '../figures/figuresOf'
import type { ItemId } from '../measures/item'
import type { Measure } from '../measures/measure'

/** A unit of a 部门 with its figures. The first of a department is 本级. */
export interface Unit {
  readonly name: string
  readonly evaluation: Evaluation
  readonly figures: Figures
}

/** The units of a department, read once. */
export const unitsOf = (evaluations: readonly Evaluation[], measures: readonly Measure[]): readonly Unit[] => evaluations.map((evaluation) => {
  const figures = figuresOf(evaluation, measures)
  return { name: figures.words('unit.name') ?? '未命名单位', evaluation, figures }
})

/** What one unit contributes to a figure of the department. */
export interface Share {
  readonly unit: Unit
  readonly figure: Figure
  readonly stated: boolean
  readonly state: FigureState | undefined
}

/** The figure in every unit: where the department's comes from. */
export const sharesOf = (units: readonly Unit[], id: ItemId): readonly Share[] => units.map((unit) => {
  const answer = Object.hasOwn(unit.evaluation.answers, id) ? unit.evaluation.answers[id] : undefined
  return { unit, figure: unit.figures.item(id), stated: answer?.kind === 'given', state: answer?.provenance?.state }
})

/** The shares added up, as printed; null where nothing is known, or a unit has not said. 不涉及 adds nothing. */
export function sumOf(shares: readonly Share[]): { readonly value: Rational; readonly places: number } | null {
  const known = shares.flatMap(({ figure }) => (figure.kind === 'value' ? [figure] : []))
  if (known.length === 0 || shares.some(({ figure }) => figure.kind === 'missing' || figure.kind === 'zeroDivisor')) return null
  return { value: known.reduce((sum, { value }) => add(sum, value), ZERO), places: Math.max(...known.map(({ text }) => printedPlaces(text))) }
}

/** 「本级 30.00；所属甲 10.00」: every figure can be traced to its units. */
export const sharesText = (shares: readonly Share[]): string =>
  shares.map(({ unit, figure }) => `${unit.name} ${figure.kind === 'value' ? figure.text : figure.kind === 'notApplicable' ? '不涉及' : '未填'}`).join('；')

/** A sum as decimal text. */
export const sumText = ({ value, places }: { readonly value: Rational; readonly places: number }): string => toFixedText(value, places)
