import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { catalog } from '../catalog/catalog'
import { aggregate, type Aggregated } from '../domain/department/aggregate'
import { proposedEliminations, type Elimination } from '../domain/department/eliminations'
import { unitsOf } from '../domain/department/shares'
import type { Evaluation } from '../domain/evaluation/evaluation'
import { randomId } from '../kernel/randomId'
import { useDesk } from './desk'
import { useServices } from './keys'

/** 部门汇总: one evaluation from those of 本级 and the units below it. */
export const useDepartment = defineStore('department', () => {
  const { storage } = useServices()
  const desk = useDesk()
  const chosen = shallowRef<readonly Evaluation[]>([])
  const problem = ref<string | null>(null)
  const made = shallowRef<Pick<Aggregated, 'lacking' | 'overStaffed'> | null>(null)
  const units = computed(() => unitsOf(chosen.value, catalog.measures))

  return {
    problem, made, units: computed(() => units.value.map(({ name, evaluation }) => ({ name, year: evaluation.year }))),
    /** What the units paid each other, with what would be taken off. */
    proposed: computed(() => proposedEliminations(units.value, catalog.measures)),

    /** Reads the units, 本级 first. */
    async choose(ids: readonly string[]): Promise<void> {
      const records = await Promise.all(ids.map((id) => storage.evaluations.find(id)))
      chosen.value = records.flatMap((record) => (record ? [record.evaluation] : []))
      problem.value = null
    },

    /** Makes the department's evaluation; its id, or null where it cannot be made. */
    async make(name: string, eliminations: readonly Elimination[]): Promise<string | null> {
      const result = aggregate({ id: randomId(), name, units: chosen.value, eliminations }, catalog.measures)
      problem.value = result.ok ? null : result.error
      if (!result.ok) return null
      made.value = { lacking: result.value.lacking, overStaffed: result.value.overStaffed }
      return desk.keep(result.value.evaluation)
    },
  }
})
