import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { readEvaluation } from '../../src/exchange/excel/readEvaluation'
import { openApp, openSample, startBrowser, toForm } from '../support/journey'

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(() => browser.close())

/** Clicks a button and gives the bytes of the file it saves. */
async function saved(page: Page, button: string): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const download = await waiting
  return { bytes: new Uint8Array(readFileSync(await download.path())), name: download.suggestedFilename() }
}

const wordsOf = (bytes: Uint8Array): string =>
  [...strFromU8(unzipSync(bytes)['word/document.xml']!).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')

/** Everything identical but the id, which a copy on the desk has of its own. */
const content = ({ id: _id, ...rest }: typeof foundingCase) => rest

describe('the founding case, from first click to finished files', () => {
  it('is written as a Word report with its figures', async () => {
    const { page, context, problems } = await openApp(browser)
    await openSample(page, '岳麓区信息中心 2020')
    const { bytes, name } = await saved(page, '导出 Word')
    expect(name).toMatch(/\.docx$/)
    const words = wordsOf(bytes)
    for (const figure of ['830.3万元', '187.5万元', '642.8万元', '172万元', '0.03万元', '11.47万元', '6.1万余条', '6298万余条', '2200余件次', '项目19个', '53.5万元']) expect(words).toContain(figure)
    expect(problems).toEqual([])
    await context.close()
  })

  it.each([['岳麓区信息中心 2020', foundingCase], ['示例单位（虚构）', fictionalCase]] as const)('goes out to Excel and back into an empty browser: %s', async (name, sample) => {
    const first = await openApp(browser)
    await openSample(first.page, name)
    const { bytes } = await saved(first.page, '导出 Excel')
    const reading = await readEvaluation(bytes, 'a.xlsx', catalog)
    expect(reading.ok && content(reading.evaluation)).toEqual(content(sample))
    await first.context.close()

    const fresh = await openApp(browser)
    await fresh.page.getByLabel('选择 Excel 文件').setInputFiles({ name: '评价.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
    await fresh.page.getByText(sample.answers['unit.name']?.kind === 'given' ? sample.answers['unit.name'].text : '').first().waitFor()
    await fresh.page.getByRole('button', { name: '确认导入' }).click()
    await fresh.page.getByRole('link', { name: '基础数据表' }).waitFor()
    const again = await saved(fresh.page, '导出 Excel')
    const second = await readEvaluation(again.bytes, 'a.xlsx', catalog)
    expect(second.ok && content(second.evaluation)).toEqual(content(sample))
    expect([...first.problems, ...fresh.problems]).toEqual([])
    await fresh.context.close()
  })

  it('follows 编制数 = 4 at once: 125.00%, no points, 「5 ÷ 4」; a reload keeps it', async () => {
    const { page, context, problems } = await openApp(browser)
    await openSample(page, '岳麓区信息中心 2020')
    await toForm(page, '基础数据表')
    await page.getByRole('textbox', { name: '编制数' }).fill('4')
    await page.getByText('5 ÷ 4 = 125.00%').first().waitFor()
    await page.getByText(/已保存/).waitFor()
    await page.reload()
    await page.getByRole('textbox', { name: '编制数' }).waitFor()
    expect(await page.getByRole('textbox', { name: '编制数' }).inputValue()).toBe('4')
    await page.getByRole('link', { name: '指标', exact: true }).click()
    const row = page.getByRole('row', { name: /在职人员控制率/ }).first()
    expect(await row.innerText()).toMatch(/125\.00%\s+5\s+0\.00/)
    expect(problems).toEqual([])
    await context.close()
  })

  it('undoes over a reload', async () => {
    const { page, context } = await openApp(browser)
    await openSample(page, '岳麓区信息中心 2020')
    await toForm(page, '基础数据表')
    await page.getByRole('textbox', { name: '编制数' }).fill('4')
    await page.getByText(/已保存/).waitFor()
    await page.reload()
    await page.getByRole('button', { name: '撤销 Ctrl+Z' }).click()
    await expect.poll(() => page.getByRole('textbox', { name: '编制数' }).inputValue()).toBe('8')
    await context.close()
  })

  it('answers a text file renamed .xlsx with a sentence and keeps the desk as it was', async () => {
    const { page, context } = await openApp(browser)
    await page.getByLabel('选择 Excel 文件').setInputFiles({ name: '数据.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('编制数,8') })
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('不是 Excel 工作簿')
    await page.getByRole('region', { name: '开始使用' }).waitFor()
    await context.close()
  })
})

describe('a desk that comes back', () => {
  it('is restored from its backup in another browser, evaluation by evaluation', async () => {
    const first = await openApp(browser)
    await openSample(first.page, '岳麓区信息中心 2020')
    await toForm(first.page, '基础数据表')
    await first.page.getByRole('textbox', { name: '编制数' }).fill('9')
    await openSample(first.page, '示例单位（虚构）')
    await first.page.getByRole('link', { name: '数据', exact: true }).click()
    const { bytes, name } = await saved(first.page, '备份全部数据')
    expect(name).toMatch(/\.zip$/)
    await first.context.close()

    const fresh = await openApp(browser)
    await fresh.page.getByRole('link', { name: '数据', exact: true }).click()
    await fresh.page.getByLabel('选择备份文件').setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) })
    await fresh.page.getByRole('button', { name: '恢复所选 2 份' }).click()
    await fresh.page.getByRole('link', { name: '工作台', exact: true }).click()
    await fresh.page.getByRole('link', { name: '岳麓区信息中心' }).click()
    await toForm(fresh.page, '基础数据表')
    expect(await fresh.page.getByRole('textbox', { name: '编制数' }).inputValue()).toBe('9')
    expect(fresh.problems).toEqual([])
    await fresh.context.close()
  })

  it('gives back a deleted evaluation', async () => {
    const { page, context } = await openApp(browser)
    await openSample(page, '岳麓区信息中心 2020')
    await page.getByRole('link', { name: '工作台', exact: true }).click()
    await page.getByRole('button', { name: '删除 岳麓区信息中心 2020' }).click()
    await page.getByRole('region', { name: '开始使用' }).waitFor()
    await page.getByRole('button', { name: '撤销删除' }).click()
    await page.getByRole('link', { name: '岳麓区信息中心' }).waitFor()
    expect(await page.getByRole('button', { name: '撤销删除' }).count()).toBe(0)
    await context.close()
  })

  it('makes a new evaluation, filled from nothing', async () => {
    const { page, context, problems } = await openApp(browser)
    await page.getByRole('button', { name: '新建评价' }).click()
    await page.getByLabel('单位名称').fill('某某局')
    await page.getByLabel('评价年度').fill('2025')
    await page.getByRole('button', { name: '建立' }).click()
    await toForm(page, '基础数据表')
    await page.getByRole('textbox', { name: '编制数' }).fill('20')
    await page.getByRole('textbox', { name: '在职人员数' }).fill('21')
    await page.getByText('21 ÷ 20 = 105.00%').first().waitFor()
    await page.getByRole('link', { name: '指标', exact: true }).click()
    expect(await page.getByRole('row', { name: /在职人员控制率/ }).first().innerText()).toMatch(/105\.00%\s+5\s+2\.50/)
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('two tabs and a closed one', () => {
  it('loses nothing that was shown as saved when the tab is closed after the last key', async () => {
    const { page, context } = await openApp(browser)
    await openSample(page, '岳麓区信息中心 2020')
    await toForm(page, '基础数据表')
    const address = page.url()
    await page.getByRole('textbox', { name: '政府采购金额 本年决算' }).pressSequentially('12.5')
    await page.close()
    const next = await context.newPage()
    await next.goto(address)
    await expect.poll(() => next.getByRole('textbox', { name: '政府采购金额 本年决算' }).inputValue()).toBe('12.5')
    await context.close()
  })

  it('shows the other tab what was changed, and both edits stay', async () => {
    const one = await openApp(browser)
    await openSample(one.page, '岳麓区信息中心 2020')
    await toForm(one.page, '基础数据表')
    const two = await openApp(browser, new URL(one.page.url()).hash, one.context)
    await two.page.getByRole('textbox', { name: '编制数' }).waitFor()
    await one.page.getByRole('textbox', { name: '政府采购金额 本年预算' }).fill('20')
    await expect.poll(() => two.page.getByRole('textbox', { name: '政府采购金额 本年预算' }).inputValue()).toBe('20')
    await two.page.getByRole('textbox', { name: '政府采购金额 上年决算' }).fill('10')
    await expect.poll(() => one.page.getByRole('textbox', { name: '政府采购金额 上年决算' }).inputValue()).toBe('10')
    expect(await one.page.getByRole('textbox', { name: '政府采购金额 本年预算' }).inputValue()).toBe('20')
    await one.context.close()
  })
})

describe('privacy', () => {
  it('asks for nothing but the page’s own files by bare GETs, workers included', async () => {
    const { page, context, requests, problems, attempts } = await openApp(browser)
    await openSample(page, '示例单位（虚构）')
    await saved(page, '导出 Excel')
    await saved(page, '导出 Word')
    for (const link of ['指标', '校验', '报告', '数据']) await page.getByRole('link', { name: link, exact: true }).click()
    expect(attempts()).toEqual({ foreign: [], stray: [], refused: [] })
    expect(requests.length).toBeGreaterThan(8)
    expect(problems).toEqual([])
    await context.close()
  })
})
