import { computed, shallowRef, watch, type ShallowRef } from 'vue'
import type { Evaluation } from '../domain/evaluation/evaluation'
import type { Evaluations } from '../storage/evaluations'
import type { Summary } from '../storage/records'

/** The unit's evaluation of a year on this desk: by its name as printed, the latest where there are several. */
export const ofUnit = (summaries: readonly Summary[], unitName: string, year: number, not: string): Summary | undefined =>
  unitName === '' ? undefined : summaries.find((summary) => summary.id !== not && summary.year === year && summary.unitName === unitName)

/** Last year's evaluation of the unit of the open one, read again when it changes; null where the desk has none. */
export function lastYearOf(open: Readonly<ShallowRef<Evaluation | null>>, desk: { readonly evaluations: readonly Summary[] }, evaluations: Evaluations): Readonly<ShallowRef<Evaluation | null>> {
  const last = shallowRef<Evaluation | null>(null)
  const wanted = computed(() => {
    const name = open.value?.answers['unit.name']
    return open.value && name?.kind === 'given' ? ofUnit(desk.evaluations, name.text, open.value.year - 1, open.value.id) : undefined
  })
  watch(() => (wanted.value ? `${wanted.value.id} ${wanted.value.revision}` : ''), async (key) => {
    const id = wanted.value?.id
    const record = id === undefined ? undefined : await evaluations.find(id).catch(() => undefined)
    // Meanwhile another may have been opened.
    if (key === (wanted.value ? `${wanted.value.id} ${wanted.value.revision}` : '')) last.value = record?.evaluation ?? null
  }, { immediate: true })
  return last
}
