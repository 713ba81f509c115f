import { defineStore } from 'pinia'
import { shallowRef, watch, type Ref } from 'vue'
import { CHARTS, type ChartKind } from '../domain/report/charts'
import { DEFAULT_NAMING } from '../domain/report/handInName'
import { LAYOUTS, OFFICIAL_LAYOUT, type LayoutChoice } from '../domain/report/layoutChoice'
import { useServices } from './keys'

const isLayout = (value: unknown): value is LayoutChoice => typeof value === 'object' && value !== null && 'profile' in value && Object.hasOwn(LAYOUTS, String(value.profile))

/** How this browser's reports are laid out and named; kept in this browser. */
export const useReportChoices = defineStore('reportChoices', () => {
  const { storage: { text } } = useServices()

  function kept<T>(name: string, otherwise: T, fits: (value: unknown) => value is T): Ref<T> {
    const key = `hengji.${name}`
    let found: unknown = null
    try {
      found = JSON.parse(text.getItem(key) ?? 'null')
    } catch {
      // What is no JSON is not ours.
    }
    const value = shallowRef(fits(found) ? found : otherwise) as Ref<T>
    watch(value, (now) => {
      try {
        text.setItem(key, JSON.stringify(now))
      } catch {
        // Without room the choice lasts until the page is closed.
      }
    })
    return value
  }

  return {
    layout: kept<LayoutChoice>('reportLayout', OFFICIAL_LAYOUT, isLayout),
    naming: kept<string>('handInNaming', DEFAULT_NAMING, (value): value is string => typeof value === 'string' && value.length > 0 && value.length < 200),
    /** Charts that go into the report. */
    charts: kept<readonly ChartKind[]>('reportCharts', [], (value): value is readonly ChartKind[] => Array.isArray(value) && value.every((one) => Object.hasOwn(CHARTS, String(one)))),
    contents: kept<boolean>('reportContents', false, (value): value is boolean => typeof value === 'boolean'),
    cover: kept<boolean>('reportCover', false, (value): value is boolean => typeof value === 'boolean'),
  }
})
