import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { readEvaluation } from '../../src/exchange/excel/readEvaluation'
import { openApp, openSample, toForm } from '../support/journey'
import { pdfFile } from '../support/pdfFile'
import { hasOldBrowser, startOldBrowser } from '../support/oldBrowser'

let browser: Browser

describe.runIf(hasOldBrowser)('in Chromium 110, the age of the domestic browsers', () => {
  beforeAll(async () => { browser = await startOldBrowser() })
  afterAll(() => browser.close())

  it('is that old', () => expect(browser.version()).toMatch(/^110\./))

  it('the founding case goes from first click to finished files', async () => {
    const { page, context, problems } = await openApp(browser)
    await openSample(page, '岳麓区信息中心 2020')
    await toForm(page, '基础数据表')
    await page.getByRole('textbox', { name: '编制数' }).fill('4')
    await page.getByText('5 ÷ 4 = 125.00%').first().waitFor()
    const word = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 Word' }).click()
    expect((await word).suggestedFilename()).toMatch(/\.docx$/)
    const excel = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 Excel' }).click()
    const bytes = readFileSync(await (await excel).path())
    const reading = await readEvaluation(new Uint8Array(bytes), 'a.xlsx', catalog)
    expect(reading.ok && reading.evaluation.answers['staff.quota@approved']).toMatchObject({ kind: 'given', text: '4' })
    for (const link of ['指标', '校验', '报告', '数据', '工作台']) await page.getByRole('link', { name: link, exact: true }).click()
    await page.getByLabel('选择 Excel 文件').setInputFiles({ name: 'a.xlsx', mimeType: 'application/octet-stream', buffer: bytes })
    await page.getByText('内容完全相同').waitFor()
    await page.getByRole('button', { name: '确认导入' }).click()
    await toForm(page, '基础数据表')
    await page.reload()
    await page.getByRole('textbox', { name: '编制数' }).waitFor()
    expect(await page.getByRole('textbox', { name: '编制数' }).inputValue()).toBe('4')
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
