import type { Form } from '../../domain/forms/form'
import { baseDataForm } from './baseData'
import { economicClassificationForm } from './economicClassification'
import { goalsForm } from './goals'
import { incomeExpenditureForm } from './incomeExpenditure'
import { outcomesForm } from './outcomes'
import { projectsForm } from './projects'
import { satisfactionForm } from './satisfaction'
import { selfEvaluationsForm } from './selfEvaluations'
import { unitProfileForm } from './unitProfile'

/** The forms of the product, in the order they are filled. */
export const forms: readonly Form[] = [
  unitProfileForm,
  baseDataForm,
  incomeExpenditureForm,
  projectsForm,
  outcomesForm,
  goalsForm,
  selfEvaluationsForm,
  satisfactionForm,
  economicClassificationForm,
]
