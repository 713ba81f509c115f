import { beforeEach, describe, expect, it } from 'vitest'
import { given } from '../../src/domain/evaluation/answer'
import { memoryBrowser, openWindow, quiet, type MemoryBrowser, type WindowOptions } from '../support/memoryServices'

const QUOTA = 'staff.quota@approved'
let browser: MemoryBrowser
beforeEach(() => { browser = memoryBrowser() })

async function opened(options: WindowOptions = {}) {
  const one = openWindow(browser, options)
  await one.desk.open()
  await one.evaluation.open(await one.desk.openSample('founding'))
  return one
}
const broken = (): WindowOptions => ({ evaluations: { ...browser.evaluations, write: () => Promise.reject(new Error('no')) } })

describe('a new version', () => {
  it('asks, saves first, and takes over only when let in', async () => {
    const { update, page, evaluation } = await opened()
    page.news?.waiting()
    expect([update.waiting, page.letIn, page.reloads]).toEqual([true, 0, 0])
    evaluation.answer(QUOTA, given('4'))
    await update.accept()
    expect([evaluation.saveState, page.letIn, page.reloads]).toEqual(['saved', 1, 0])
    page.news?.taken()
    expect(page.reloads).toBe(1)
  })

  it('is not let in while something cannot be saved; says why', async () => {
    const { update, page, evaluation } = await opened(broken())
    page.news?.waiting()
    evaluation.answer(QUOTA, given('4'))
    await update.accept()
    expect([page.letIn, page.reloads, update.problem]).toEqual([0, 0, expect.stringContaining('没有保存')])
  })

  it('let in by another window reloads a hidden one at once, and a visible one when asked', async () => {
    const hidden = await opened()
    hidden.page.visible = false
    hidden.page.news?.taken()
    await quiet()
    expect([hidden.page.reloads, hidden.update.stale]).toEqual([1, null])
    const visible = await opened()
    visible.page.news?.taken()
    await quiet()
    expect([visible.page.reloads, visible.update.stale]).toEqual([0, 'replaced'])
    await visible.update.reload()
    expect(visible.page.reloads).toBe(1)
  })

  it('on the host that took a file away is told, with everything saved', async () => {
    const { update, page, evaluation } = await opened()
    evaluation.answer(QUOTA, given('4'))
    page.news?.missing()
    await quiet()
    expect([update.stale, evaluation.saveState, page.reloads]).toEqual(['missing', 'saved', 0])
  })
})
