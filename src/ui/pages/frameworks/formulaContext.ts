import { inject, type ComputedRef, type InjectionKey } from 'vue'
import type { Vocabulary } from '../../../domain/expression/vocabulary'
import type { Measure } from '../../../domain/measures/measure'

/** What formulas inside a rule may name: the framework's words and measures. */
export interface FormulaContext {
  readonly vocabulary: Vocabulary
  readonly measures: readonly Measure[]
}

/** Given by the form of a scoring to its fields. */
export const formulaContextKey: InjectionKey<ComputedRef<FormulaContext>> = Symbol('formula context')

/** The words that formulas may use here; null outside a scoring's form. */
export const useFormulaContext = (): ComputedRef<FormulaContext> | null => inject(formulaContextKey, null)
