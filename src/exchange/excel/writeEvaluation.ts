import type { Catalog } from '../../domain/catalog'
import type { Evaluation } from '../../domain/evaluation/evaluation'
import { vocabularyOf } from '../../domain/expression/vocabulary'
import { balancedRounding } from '../../domain/figures/balanceRounding'
import type { Figures } from '../../domain/figures/figures'
import { figuresOf } from '../../domain/figures/figuresOf'
import type { Form } from '../../domain/forms/form'
import { overlaidForms } from '../../domain/forms/formOverlay'
import type { FigureId } from '../../domain/measures/item'
import { outlineOf } from '../../domain/report/outlineOf'
import { selfEvaluationsOf, type SelfEvaluation } from '../../domain/goals/selfEvaluation'
import { assess } from '../../domain/indicators/assess'
import { checkSheet } from './checkSheet'
import type { CellPlaces } from './excelFormula'
import { planForm, type FormContext, type FormPlan } from './formSheet'
import { placesOf, withFormulas } from './formulas'
import { manifestOf, manifestSheet } from './manifest'
import { blankEvaluation } from './outputs/blankEvaluation'
import { WORKING, type ExportChoice } from './outputs/exportChoice'
import { flattened, withoutAbsent } from './outputs/flattened'
import { evaluationInYuan, formsInYuan } from './outputs/inYuan'
import { pasteSheet } from './outputs/pasteSheet'
import { publicForms, secretSheet } from './outputs/publicForms'
import { withoutTraces } from './package/withoutTraces'
import { scoreSheet } from './scoreSheet'
import { selfEvaluationSheets } from './selfEvaluationSheet'
import type { SheetPlan } from './sheetPlan'
import { textSheet, writtenSections } from './textSheet'
import { writeWorkbook } from './write/writeWorkbook'

/** Whether the form is a list that not every unit has, and this one has not: on paper it would be a head without a row. */
const isIdle = (form: Form, { tables }: Evaluation): boolean =>
  form.optional === true && form.blocks.every((block) => block.kind === 'table' && (tables[block.table] ?? []).length === 0)

function chosenForms(all: readonly Form[], evaluation: Evaluation, { output, forms: wanted, overlays = [], money, blank }: ExportChoice): readonly Form[] {
  const chosen = wanted === null ? all : all.filter(({ id }) => wanted.includes(id))
  if (output === 'working') return chosen
  const shown = wanted === null && !blank ? chosen.filter((form) => !isIdle(form, evaluation)) : chosen
  const printed = overlaidForms(output === 'public' ? publicForms(shown) : shown, overlays)
  return money?.unit === '元' ? formsInYuan(printed) : printed
}

/** The evaluation as it is printed: amounts rounded and in the unit asked for. */
function printedEvaluation(evaluation: Evaluation, { measures, forms }: Catalog, { output, money }: ExportChoice): Evaluation {
  if (output === 'working' || !money) return evaluation
  const rounded = balancedRounding(evaluation, measures, money.unit === '元' ? 4 : 2, money.balanced).evaluation
  return money.unit === '元' ? evaluationInYuan(rounded, measures, forms) : rounded
}

/** What 工作版 has beside the forms: the checks, the report's text, and the hidden sheet that says whose it is. */
function companions(context: FormContext, catalog: Catalog, places: CellPlaces, stamp: Parameters<typeof manifestOf>[2]): readonly SheetPlan[] {
  const { evaluation } = context
  const outline = outlineOf(catalog, evaluation)
  const sections = writtenSections(evaluation, outline).map((section) => section.id)
  return [
    checkSheet(catalog.checks, context, places),
    textSheet(evaluation, outline, vocabularyOf(catalog.measures, catalog.forms)),
    manifestSheet(manifestOf(evaluation, sections, stamp)),
  ]
}

/** The items whose cells are formulas. */
const computedIn = (plans: readonly FormPlan[], sheets: readonly SheetPlan[]): readonly FigureId[] => plans.flatMap((plan, i) =>
  plan.derived.flatMap(({ index, spec }) => (spec.kind === 'item' && sheets[i]!.cells[index]!.content.kind === 'formula' ? [spec.item] : [])))

/** Which 自评表 are wanted. */
function chosenSelfEvaluations(given: Evaluation, figures: Figures, { forms, selfEvaluations, blank, paste }: ExportChoice): readonly SelfEvaluation[] {
  if (blank || paste) return []
  const all = selfEvaluations !== undefined || forms === null || forms.includes('goals') ? selfEvaluationsOf(given, figures) : []
  return selfEvaluations === undefined ? all : all.filter(({ of, name }) => selfEvaluations.includes(of === 'unit' ? '' : name))
}

/** The chosen forms, the score table and the 自评表 laid out, with what the hidden sheet of 工作版 needs. */
function laidOut(given: Evaluation, catalog: Catalog, choice: ExportChoice) {
  const forms = chosenForms(catalog.forms, given, choice)
  const evaluation = choice.blank ? blankEvaluation(given, forms) : printedEvaluation(given, catalog, choice)
  const measures = new Map(catalog.measures.map((measure) => [measure.id, measure]))
  const context: FormContext = { evaluation, measures, figures: figuresOf(evaluation, catalog.measures) }
  const plans = forms.map((form) => planForm(form, context))
  const places = placesOf(plans)
  const sheets = plans.map((plan) => withFormulas(plan, context, places))
  const scores = (choice.forms === null || choice.scores) && !choice.blank && !choice.paste ? [scoreSheet(given, assess(given.framework, given), measures, places)] : []
  return { forms, context, plans, places, sheets, others: [...scores, ...selfEvaluationSheets(chosenSelfEvaluations(given, context.figures, choice))] }
}

/** The sheets of 报送版 and 公开版, nothing in them looking at another sheet: what the workbook holds and what the paper shows. */
export function handedOutSheets(given: Evaluation, catalog: Catalog, choice: ExportChoice): readonly SheetPlan[] {
  const { forms, sheets, others } = laidOut(given, catalog, choice)
  const shown = sheets.map((sheet, i) => (choice.output === 'public' && choice.secret?.includes(forms[i]!.id) ? secretSheet(sheet) : sheet))
  return [...shown, ...others].map(flattened)
}

/**
 * A workbook of an evaluation. 工作版: every form with live totals, the score table, the checks, the report's text, the hidden sheet.
 * 报送版 and 公开版: the forms and the score table alone, with nothing in them that looks at another sheet.
 */
export async function writeEvaluation(given: Evaluation, catalog: Catalog, choice: ExportChoice = WORKING): Promise<Uint8Array> {
  if (choice.output !== 'working' && !choice.paste) return withoutTraces(await writeWorkbook(handedOutSheets(given, catalog, choice)))
  const { context, plans, places, sheets, others } = laidOut(given, catalog, choice)
  if (choice.output === 'working') return writeWorkbook(withoutAbsent([...sheets, ...others, ...companions(context, catalog, places, { at: choice.at, computed: computedIn(plans, sheets) })]))
  return withoutTraces(await writeWorkbook(sheets.map(pasteSheet)))
}
