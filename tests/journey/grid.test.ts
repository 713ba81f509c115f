import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, openSample, startBrowser, toForm } from '../support/journey'

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(() => browser.close())

const cell = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

/** Pastes a text into the focused cell as the browser would. */
const paste = (page: Page, text: string) => page.evaluate((words) => {
  const data = new DataTransfer()
  data.setData('text/plain', words)
  document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
}, text)

/** What a copy of the selection puts on the clipboard. */
const copied = (page: Page, kind: 'copy' | 'cut' = 'copy') => page.evaluate((event) => {
  const data = new DataTransfer()
  document.activeElement!.dispatchEvent(new ClipboardEvent(event, { clipboardData: data, bubbles: true, cancelable: true }))
  return data.getData('text/plain')
}, kind)

const selected = (page: Page) => page.locator('.cell.selected').count()

async function openForm(form: string): Promise<{ page: Page; close: () => Promise<void>; problems: string[] }> {
  const { page, context, problems } = await openApp(browser)
  await openSample(page, '示例单位（虚构）')
  await toForm(page, form)
  return { page, close: () => context.close(), problems }
}

describe('the grid', () => {
  it('selects by Shift and arrows, copies, clears, pastes and fills, each as one step back', async () => {
    const { page, close, problems } = await openForm('基础数据表')
    await cell(page, '公车运行维护 上年决算').focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    expect(await selected(page)).toBe(9)
    expect(await copied(page)).toBe('9.10\t9.00\t8.90\r\n0.00\t0.00\t0.00\r\n1.20\t1.00\t0.60')
    await page.keyboard.press('Delete')
    expect(await cell(page, '公务接待 本年决算').inputValue()).toBe('')
    await page.keyboard.press('Control+z')
    await expect.poll(() => cell(page, '公务接待 本年决算').inputValue()).toBe('0.60')
    expect(await cell(page, '公车运行维护 上年决算').inputValue()).toBe('9.10')
    await paste(page, '9.50\t９．２０\t（8.10）\n-\t/\t0\n￥1.30\t1.10万元\t6000元')
    await expect.poll(() => cell(page, '公务接待 本年决算').inputValue()).toBe('0.6000')
    expect(await cell(page, '公车运行维护 本年决算').inputValue()).toBe('-8.10')
    expect(await cell(page, '出国经费 本年预算').inputValue()).toBe('不涉及')
    await page.keyboard.press('Control+z')
    await expect.poll(() => cell(page, '公车运行维护 本年决算').inputValue()).toBe('8.90')
    await cell(page, '办公经费 本年决算').focus()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+d')
    await expect.poll(() => cell(page, '水费、电费、差旅费 本年决算').inputValue()).toBe('12.60')
    expect(await copied(page, 'cut')).toBe('12.60\r\n12.60')
    expect(await cell(page, '办公经费 本年决算').inputValue()).toBe('')
    expect(problems).toEqual([])
    await close()
  })

  it('draws a range with the mouse, types over a clicked cell, edits after F2, goes back on Esc', async () => {
    const { page, close } = await openForm('基础数据表')
    await cell(page, '公务接待 上年决算').click()
    await page.keyboard.type('3.5')
    expect(await cell(page, '公务接待 上年决算').inputValue()).toBe('3.5')
    await page.keyboard.press('Escape')
    expect(await cell(page, '公务接待 上年决算').inputValue()).toBe('1.20')
    await cell(page, '公务接待 上年决算').focus()
    await page.keyboard.press('F2')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('7')
    expect(await cell(page, '公务接待 上年决算').inputValue()).toBe('1.270')
    await cell(page, '办公经费 上年决算').hover()
    await page.mouse.down()
    await cell(page, '会议费、培训费 本年决算').hover()
    await page.mouse.up()
    expect(await selected(page)).toBe(9)
    await close()
  })

  it('shows and takes 元, and keeps 万元 digit for digit', async () => {
    const { page, close } = await openForm('基础数据表')
    await page.getByLabel('金额单位').selectOption('元')
    expect(await cell(page, '公务接待 本年决算').inputValue()).toBe('6000')
    expect(await cell(page, '三公经费 本年决算').getAttribute('placeholder')).toBe('95000')
    await cell(page, '公务接待 本年决算').fill('6123.45')
    await cell(page, '公务接待 本年决算').blur()
    expect(await cell(page, '公务接待 本年决算').inputValue()).toBe('6123.45')
    await page.getByLabel('金额单位').selectOption('万元')
    expect(await cell(page, '公务接待 本年决算').inputValue()).toBe('0.612345')
    await close()
  })

  it('inserts, moves, duplicates, removes and sorts rows by keys', async () => {
    const { page, close } = await openForm('专项支出')
    const names = () => page.locator('textarea[data-column="0"]').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value.slice(0, 4)))
    await page.getByRole('textbox', { name: '第1行 年初预算数' }).focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(names).toEqual(['数据共享', '协同办公', '公共服务', '网络线路', '机房设备', '其余3项', '数字应用'])
    await page.keyboard.press('Control+Shift+D')
    await expect.poll(async () => (await names()).slice(1, 3)).toEqual(['协同办公', '协同办公'])
    await page.keyboard.press('Alt+Delete')
    await expect.poll(names).toHaveLength(7)
    await page.getByRole('button', { name: '按年初预算数排序' }).click()
    await expect.poll(names).toEqual(['其余3项', '机房设备', '网络线路', '数字应用', '协同办公', '公共服务', '数据共享'])
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await names())[0]).toBe('数据共享')
    await close()
  })

  it('a paste of 5,000 cells makes its rows, stays fluid and goes back in one step', async () => {
    const { page, close, problems } = await openForm('收支情况')
    await page.getByRole('button', { name: /添加一行/ }).click()
    const block = Array.from({ length: 5000 }, (_, i) => `用途${i + 1}\t${i}.50`).join('\r\n')
    await paste(page, block)
    await expect.poll(() => page.getByText(/粘贴了 10000 个格子/).count(), { timeout: 20_000 }).toBe(1)
    expect(await page.locator('[data-block="uses"]').count()).toBeLessThan(300)
    await page.locator('[data-block="uses"][data-column="1"]').first().focus()
    await page.keyboard.press('Control+End')
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset['row'])).toBe('5003')
    await page.keyboard.type('7.25')
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['row'])).toBe('5002')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.locator('[data-block="uses"][data-column="1"]').count(), { timeout: 20_000 }).toBe(5)
    expect(problems).toEqual([])
    await close()
  })
})
