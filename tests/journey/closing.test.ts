import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApp, openSample, startBrowser, toForm } from '../support/journey'

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(() => browser.close())

const quotaOf = (page: Page) => page.getByRole('textbox', { name: '编制数' })

/** Types a figure and leaves the page in the same breath, before any write can complete. */
const typeAndLeave = (page: Page, text: string, leave: 'reload' | 'navigate'): Promise<void> => quotaOf(page).evaluate((input: HTMLInputElement, [typed, how]) => {
  input.value = typed
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  if (how === 'reload') location.reload()
  else location.href = 'about:blank'
}, [text, leave] as const)

it.each(['reload', 'navigate'] as const)('a figure typed in the moment of a %s is there afterwards', async (leave) => {
  const { page, context, problems } = await openApp(browser)
  await openSample(page, '岳麓区信息中心 2020')
  await toForm(page, '基础数据表')
  await quotaOf(page).waitFor()
  const address = page.url()
  for (let text = 11; text < 19; text++) {
    await typeAndLeave(page, String(text), leave)
    await page.waitForLoadState()
    if (leave === 'navigate') {
      await page.waitForURL('about:blank')
      await page.goto(address)
    }
    await quotaOf(page).waitFor()
    expect(await quotaOf(page).inputValue()).toBe(String(text))
  }
  expect(problems).toEqual([])
  await context.close()
})

it('two tabs that changed one field while one of them heard nothing are asked, and the choice stands', async () => {
  const first = await openApp(browser)
  await openSample(first.page, '岳麓区信息中心 2020')
  await toForm(first.page, '基础数据表')
  await quotaOf(first.page).waitFor()
  // The second tab has no channel to the first, as a frozen one has not.
  await first.context.addInitScript(() => { Reflect.deleteProperty(window, 'BroadcastChannel') })
  const second = await openApp(browser, '', first.context)
  await first.page.waitForURL(/baseData/)
  await second.page.goto(first.page.url())
  await quotaOf(second.page).waitFor()
  await quotaOf(first.page).fill('6')
  await first.page.getByText(/已保存/).waitFor()
  await quotaOf(second.page).fill('7')
  await second.page.getByText(/另一个窗口/).first().waitFor()
  expect(await quotaOf(first.page).inputValue()).toBe('6')
  await first.page.reload()
  await quotaOf(first.page).waitFor()
  expect(await quotaOf(first.page).inputValue()).toBe('6')
  await first.context.close()
})
