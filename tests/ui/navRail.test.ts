import { flushPromises, mount } from '@vue/test-utils'
import { getActivePinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import NavRail from '../../src/ui/parts/NavRail.vue'
import { memoryBrowser, openWindow } from '../support/memoryServices'

describe('the way to the pages of an evaluation', () => {
  it('leads to the evaluation just clicked, also before its page has loaded', async () => {
    openWindow(memoryBrowser())
    const empty = { template: '<p />' }
    let arrive = (): void => {}
    const slow = () => new Promise<typeof empty>((resolve) => { arrive = () => resolve(empty) })
    const router = createRouter({ history: createMemoryHistory(), routes: [
      { path: '/', component: empty }, { path: '/e/:id/forms', component: slow }, { path: '/:rest(.*)*', component: empty },
    ] })
    await router.push('/')
    const rail = mount(NavRail, { global: { plugins: [router, getActivePinia()!] } })
    const forms = () => rail.findAll('a').find((link) => link.text() === '填报')!.attributes('href')
    expect(forms()).toBe('/none/forms')

    const going = router.push('/e/one/forms')
    await flushPromises()
    expect(router.currentRoute.value.path).toBe('/')
    expect(forms()).toBe('/e/one/forms')
    arrive()
    await going
    expect(forms()).toBe('/e/one/forms')
    await router.push('/')
    expect(forms()).toBe('/none/forms')
  })
})
