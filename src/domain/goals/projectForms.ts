import type { Edit } from '../evaluation/edit'
import type { Evaluation } from '../evaluation/evaluation'
import { SELF_EVALUATIONS_TABLE } from './selfEvaluation'

/** 批量建自评表: a row for each single project of 专项支出 that has none yet, with the money the list knows. */
export function projectForms(evaluation: Evaluation, newId: () => string): readonly Edit[] {
  const rows = evaluation.tables[SELF_EVALUATIONS_TABLE] ?? []
  const own = new Set(rows.flatMap(({ cells: { project } }) => (project?.kind === 'given' ? [project.text.trim()] : [])))
  let index = rows.length
  return (evaluation.tables['projects'] ?? []).filter(({ kind }) => kind === 'single').flatMap(({ cells }): readonly Edit[] => {
    const { name, originalBudget, actual } = cells
    if (name?.kind !== 'given' || own.has(name.text.trim())) return []
    own.add(name.text.trim())
    return [{ kind: 'rowAdded', table: SELF_EVALUATIONS_TABLE, index: index++, row: { id: newId(), kind: 'single', cells: {
      project: { kind: 'given', text: name.text }, ...(originalBudget ? { original: originalBudget } : {}), ...(actual ? { actual } : {}) } } }]
  })
}

/** How many projects of 专项支出 have no 自评表 yet. */
export const projectsWithoutForm = (evaluation: Evaluation): number => projectForms(evaluation, () => '').length
