import type { Catalog } from '../../domain/catalog'
import type { Evaluation } from '../../domain/evaluation/evaluation'
import { vocabularyOf } from '../../domain/expression/vocabulary'
import { figuresOf } from '../../domain/figures/figuresOf'
import { assess } from '../../domain/indicators/assess'
import { planForm } from './formSheet'
import { placesOf, withFormulas } from './formulas'
import { manifestOf, manifestSheet } from './manifest'
import { scoreSheet } from './scoreSheet'
import { textSheet, writtenSections } from './textSheet'
import { writeWorkbook } from './write/writeWorkbook'

/** 工作版: every form as an official-looking sheet with live totals, the score table with live points, the report's text. */
export function writeEvaluation(evaluation: Evaluation, catalog: Catalog): Promise<Uint8Array> {
  const measures = new Map(catalog.measures.map((measure) => [measure.id, measure]))
  const context = { evaluation, measures, figures: figuresOf(evaluation, catalog.measures) }
  const plans = catalog.forms.map((form) => planForm(form, context))
  const places = placesOf(plans)
  const outline = catalog.outlines.find((candidate) => candidate.id === evaluation.outline)
  const sections = writtenSections(evaluation, outline).map((section) => section.id)
  return writeWorkbook([
    ...plans.map((plan) => withFormulas(plan, context, places)),
    scoreSheet(evaluation, assess(evaluation.framework, evaluation), measures, places),
    textSheet(evaluation, outline, vocabularyOf(catalog.measures, catalog.forms)),
    manifestSheet(manifestOf(evaluation, sections)),
  ])
}
