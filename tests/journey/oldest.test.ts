import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundingWalk } from '../support/foundingWalk'
import { openApp } from '../support/journey'
import { pdfFile } from '../support/pdfFile'
import { hasOldBrowser, startOldBrowser } from '../support/oldBrowser'

let browser: Browser

describe.runIf(hasOldBrowser)('in Chromium 110, the age of the domestic browsers', () => {
  beforeAll(async () => { browser = await startOldBrowser() })
  afterAll(() => browser.close())

  it('is that old', () => expect(browser.version()).toMatch(/^110\./))

  it('the founding case goes from first click to finished files', async () => {
    const { page, context, problems } = await openApp(browser)
    await foundingWalk(page)
    expect(problems).toEqual([])
    await context.close()
  })

  it('a PDF with Chinese fonts is read and checked', async () => {
    const { page, context, problems } = await openApp(browser, '#/checkup')
    const file = pdfFile([{ words: [[72, 700, '支出合计800万元，其中：基本支出300万元，项目支出450万元。']] }])
    await page.getByLabel('选择报告文件').setInputFiles({ name: '报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from(file) })
    await page.getByText('合计不等于分项之和').waitFor()
    expect(await page.locator('mark.contradicted').count()).toBe(3)
    expect(problems).toEqual([])
    await context.close()
  })
})
