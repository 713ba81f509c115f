import { flushPromises, mount } from '@vue/test-utils'
import { getActivePinia } from 'pinia'
import { expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useDroppedFiles } from '../../src/ui/parts/droppedFiles'
import { memoryBrowser, openWindow } from '../support/memoryServices'

it('a file that is no table is told where it belongs, and never shown by the browser in place of the page', async () => {
  const { importer } = openWindow(memoryBrowser())
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }] })
  const page = mount({ setup: useDroppedFiles, template: '<p />' }, { global: { plugins: [router, getActivePinia()!] } })
  const drop = (name: string, taken = false): Event => {
    const event = Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { files: [new File(['x'], name)], types: ['Files'] } })
    if (taken) event.preventDefault()
    window.dispatchEvent(event)
    return event
  }
  drop('报告.docx', true)
  expect(importer.problem).toBeNull()
  expect(drop('报告.docx').defaultPrevented).toBe(true)
  expect(importer.problem).toContain('“报告.docx”不是表格文件')
  importer.dismissProblem()
  expect(drop('数据.CSV').defaultPrevented).toBe(true)
  await flushPromises()
  expect(importer.problem ?? '').not.toContain('不是表格文件')
  page.unmount()
  expect(drop('报告.docx').defaultPrevented).toBe(false)
})
