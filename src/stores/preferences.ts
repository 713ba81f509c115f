import { defineStore } from 'pinia'
import { computed, ref, watch, type Ref } from 'vue'
import { useServices } from './keys'

/** 外观: as the system has it, light, or dark. */
export type Theme = 'system' | 'light' | 'dark'

/** 金额单位 on the screen; figures stay in 万元. */
export type MoneyUnit = '万元' | '元'

const THEMES: readonly Theme[] = ['system', 'light', 'dark']
const MONEY_UNITS: readonly MoneyUnit[] = ['万元', '元']

/** How this browser shows things; kept in this browser. */
export const usePreferences = defineStore('preferences', () => {
  const { storage: { text } } = useServices()

  function kept<T extends string>(name: string, values: readonly T[]): Ref<T> {
    const key = `hengji.${name}`
    const found = values.find((value) => value === text.getItem(key))
    const value = ref(found ?? values[0]!) as Ref<T>
    watch(value, (now) => {
      try {
        text.setItem(key, now)
      } catch {
        // Without room the choice lasts until the page is closed.
      }
    })
    return value
  }

  const theme = kept('theme', THEMES)
  const moneyUnit = kept('moneyUnit', MONEY_UNITS)
  const asked = kept('askedForPlace', ['no', 'yes'] as const)
  const askedForPlace = computed({ get: () => asked.value === 'yes', set: (now) => { asked.value = now ? 'yes' : 'no' } })
  const query = globalThis.matchMedia?.('(prefers-color-scheme: dark)') as MediaQueryList | undefined
  const systemDark = ref(query?.matches ?? false)
  query?.addEventListener('change', (event) => { systemDark.value = event.matches })
  const dark = computed(() => (theme.value === 'system' ? systemDark.value : theme.value === 'dark'))
  watch(dark, (now) => globalThis.document?.documentElement.classList.toggle('dark', now), { immediate: true })

  return { theme, moneyUnit, dark, /** Whether the user was asked for a backup place. */ askedForPlace }
})
