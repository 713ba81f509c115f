import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { readEvaluation } from '../../src/exchange/excel/readEvaluation'
import { hasOldBrowser, startOldBrowser } from '../support/oldBrowser'
import { pdfFile } from '../support/pdfFile'
import { screensOf } from '../support/screens'

let browser: Browser

/** Playwright's visibility checks need a newer engine: the page is looked at and clicked from inside. */
const sees = (page: Page, text: string) => page.waitForFunction((words) => document.body.innerText.includes(words), text, { timeout: 20_000 })
async function click(page: Page, name: string): Promise<void> {
  // Says whether it found it, so that waiting for it and clicking it are one.
  await page.waitForFunction((words) => {
    const found = [...document.querySelectorAll<HTMLElement>('button, a, [role="menuitem"]')].find((one) => (one.getAttribute('aria-label') ?? one.innerText).trim().startsWith(words))
    found?.click()
    return found !== undefined
  }, name, { timeout: 20_000 })
}
/** Playwright waits in vain for a load where only the part behind the # changes. */
const goTo = (page: Page, path: string) => page.evaluate((to) => { location.hash = to }, `#${path}`)
const quota = (page: Page) => page.evaluate(() => document.querySelector<HTMLInputElement>('input[aria-label="编制数"]')?.value)

describe.runIf(hasOldBrowser)('in Chromium 103, the oldest engine that is supported', () => {
  beforeAll(async () => { browser = await startOldBrowser(103) })
  afterAll(() => browser.close())

  it('is that old', () => expect(browser.version()).toMatch(/^103\./))

  it('the founding case goes from first click to finished files, and every screen opens', async () => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true, serviceWorkers: 'block' })
    const problems: string[] = []
    onTestFinished(() => context.close())
    const page = await context.newPage()
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()) })
    await page.goto(inject('address'))
    await click(page, '打开示例')
    await click(page, '岳麓区信息中心 2020')
    await sees(page, '单位概况')
    const id = await page.evaluate(() => /\/e\/([^/]+)/.exec(location.hash)![1]!)
    await goTo(page, `/e/${id}/forms/baseData`)
    await page.waitForFunction(() => document.querySelector('input[aria-label="编制数"]') !== null)
    await page.evaluate(() => {
      const cell = document.querySelector<HTMLInputElement>('input[aria-label="编制数"]')!
      cell.focus()
      cell.value = '4'
      cell.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    await sees(page, '5 ÷ 4 = 125.00%')
    await sees(page, '● 已保存')
    const excel = page.waitForEvent('download')
    await click(page, '导出 Excel')
    const reading = await readEvaluation(new Uint8Array(readFileSync(await (await excel).path())), 'a.xlsx', catalog)
    expect(reading.ok && reading.evaluation.answers['staff.quota@approved']).toMatchObject({ kind: 'given', text: '4' })
    const word = page.waitForEvent('download')
    await click(page, '导出 Word')
    expect((await word).suggestedFilename()).toMatch(/\.docx$/)
    for (const screen of screensOf(id, { indicator: [''], section: [''] })) {
      await goTo(page, screen)
      await page.waitForFunction(() => (document.querySelector('main')?.innerText.trim().length ?? 0) > 20, undefined, { timeout: 20_000 })
    }
    await goTo(page, '/checkup')
    await sees(page, '把报告拖到这里')
    await page.setInputFiles('input[type=file][aria-label="选择报告文件"]', { name: '报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfFile([{ words: [[72, 700, '支出合计800万元，其中：基本支出300万元，项目支出450万元。']] }])) })
    await sees(page, '合计不等于分项之和')
    await goTo(page, `/e/${id}/forms/baseData`)
    await page.reload()
    await page.waitForFunction(() => document.querySelector('input[aria-label="编制数"]') !== null)
    expect(await quota(page)).toBe('4')
    expect(problems).toEqual([])
  })
})
