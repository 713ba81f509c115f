import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useEvaluation } from './evaluation'
import { useServices } from './keys'
import type { OfflineState } from './pageUpdates'

/** 新版本: asked for, and only after what is typed is on the disk. */
export const useUpdate = defineStore('update', () => {
  const { updates } = useServices()
  const open = useEvaluation()
  const offline = ref<OfflineState>('installing')
  const waiting = ref(false)
  /** Why this window should be reloaded: another let a new version in, or a file of this version is gone. */
  const stale = ref<'replaced' | 'missing' | null>(null)
  const problem = ref<string | null>(null)
  let asked = false

  /** Everything typed is on the disk; false where it cannot be. */
  async function saved(): Promise<boolean> {
    if (!open.evaluation) return true
    try {
      await open.finish()
    } catch {
      return false
    }
    return open.saveState === 'saved'
  }

  async function reload(): Promise<void> {
    problem.value = null
    if (await saved()) updates.reload()
    else problem.value = '还有修改没有保存，所以没有刷新。请先点“重试”保存，或者导出备份。'
  }

  async function taken(): Promise<void> {
    if (asked) return updates.reload()
    if (!updates.visible() && (await saved())) return updates.reload()
    stale.value = 'replaced'
  }

  updates.start({
    waiting: () => { waiting.value = true },
    taken: () => void taken(),
    missing: () => {
      stale.value = 'missing'
      void saved()
    },
    offline: (state) => { offline.value = state },
  })

  return {
    offline, waiting, stale, problem, reload,
    /** Lets the waiting version in after saving; the page is then loaded anew. */
    async accept(): Promise<void> {
      problem.value = null
      if (!(await saved())) {
        problem.value = '还有修改没有保存，所以没有更新。请先点“重试”保存，或者导出备份。'
        return
      }
      asked = true
      updates.letIn()
    },
    later(): void { waiting.value = false },
  }
})
