import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { takeGoals } from '../domain/goalReading/goalEdits'
import type { GoalReading } from '../domain/goalReading/goalReading'
import { projectForms } from '../domain/goals/projectForms'
import { randomId } from '../kernel/randomId'
import { useEvaluation } from './evaluation'
import { jobs } from './job'
import { useServices } from './keys'

const MOST_BYTES = 60 * 1024 * 1024

/** 导入绩效目标表: read in the worker, looked at before anything is written, taken over as one step. */
export const useGoalImport = defineStore('goalImport', () => {
  const { worker } = useServices()
  const open = useEvaluation()
  const { job, problem, run, cancel, dismissProblem } = jobs()
  const reading = shallowRef<Extract<GoalReading, { readonly ok: true }> | null>(null)
  /** Whether the file is the approved table: then its goals are locked. */
  const approved = ref(true)

  const takings = computed(() => (reading.value && open.evaluation
    ? takeGoals(reading.value.goals, open.evaluation, approved.value, reading.value.fileName, randomId) : []))

  return {
    job, problem, cancel, dismissProblem, reading, approved, takings,
    /** Reads a file for the preview; nothing is written. False where it cannot be read: `problem` says why. */
    async read(file: File): Promise<boolean> {
      reading.value = null
      approved.value = true
      if (file.size > MOST_BYTES) {
        problem.value = `“${file.name}”有 ${Math.ceil(file.size / 1024 / 1024)} MB，太大了，不像是绩效目标表。`
        return false
      }
      const found = await run('正在读取绩效目标表', async (options) => worker.call('readGoals', [new Uint8Array(await file.arrayBuffer()), file.name], options))
      if (!found) return false
      if (!found.ok) {
        problem.value = found.message
        return false
      }
      reading.value = found
      return true
    },
    discard(): void { reading.value = null },
    /** Writes what is new, as one step; how many goals that were. */
    confirm(): number {
      const edits = takings.value.flatMap((one) => (one.kind === 'new' ? [one.edit] : []))
      reading.value = null
      return edits.length > 0 && open.together(edits) ? edits.length : 0
    },
    /** 批量建自评表 from the list of projects; how many were added. */
    addProjects(): number {
      const edits = open.evaluation ? projectForms(open.evaluation, randomId) : []
      return edits.length > 0 && open.together(edits) ? edits.length : 0
    },
  }
})
