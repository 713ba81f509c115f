import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useServices } from './keys'

/** One stop of the tour: which screen, and what to look at. */
export interface TourStop {
  /** Name of the screen's route. */
  readonly screen: 'desk' | 'forms' | 'indicators' | 'checks' | 'report' | 'data'
  readonly title: string
  readonly text: string
}

const STOPS: readonly TourStop[] = [
  { screen: 'forms', title: '填报', text: '照纸面表格填数。点一个格子，右边说明口径和用处。留空是没填，0 是没有，“不涉及”另选。改一个数试试：得分、校验、报告立刻跟着变。' },
  { screen: 'indicators', title: '指标', text: '每个得分都写明怎么得出。缺数的不打分，列在下面，影响大的在前。' },
  { screen: 'checks', title: '校验', text: '对不上的数列在这里：在哪里、差多少、怎么改。有道理的写一句说明就行。' },
  { screen: 'report', title: '报告', text: '正文里的数字连着填报表。写好后点右上角“导出 Word”。' },
  { screen: 'data', title: '数据', text: '数据只在这台电脑的浏览器里。请在这里选一个自动备份的文件夹，或者常点“备份全部数据”，存到 U 盘。' },
]

const KEY = 'hengji.tour'

/** 引导: a walk over the sample, offered once and to be had again in the help. */
export const useTour = defineStore('tour', () => {
  const { storage: { text } } = useServices()
  const at = ref<number | null>(null)
  const offered = ref(text.getItem(KEY) !== null)
  const end = (): void => {
    at.value = null
    offered.value = true
    try {
      text.setItem(KEY, 'seen')
    } catch {
      // Without room it is offered again next time.
    }
  }

  return {
    stop: computed(() => (at.value === null ? null : STOPS[at.value] ?? null)),
    number: computed(() => (at.value ?? 0) + 1), count: STOPS.length,
    /** Whether it was offered before: then it is not again. */
    offered,
    start(): void { at.value = 0 },
    next(): void {
      if (at.value === null) return
      if (at.value + 1 < STOPS.length) at.value += 1
      else end()
    },
    back(): void { if (at.value !== null && at.value > 0) at.value -= 1 },
    end,
  }
})
