import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { read } from 'xlsx'
import { openApp, startBrowser } from '../support/journey'
import { pdfFile } from '../support/pdfFile'
import { cell, paragraph, table, wordFile } from '../support/wordFile'
import { readFileSync } from 'node:fs'

const WRONG = '支出合计800万元，其中：基本支出300万元，项目支出450万元。'
const RIGHT = '支出合计750万元，其中：基本支出300万元，项目支出450万元。'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const upload = (name: string, mimeType: string, bytes: Uint8Array) => ({ name, mimeType, buffer: Buffer.from(bytes) })
const word = (text: string): Uint8Array => wordFile(paragraph(text) + table([cell('项目'), cell('决算')], [cell('培训'), cell('12.5')]))

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(async () => { await browser.close() })

describe('报告核对', () => {
  it('finds what is wrong in typed words, follows the correction, and asks the network for nothing', async () => {
    const { page, context, problems, attempts } = await openApp(browser, '#/checkup')
    await page.getByRole('button', { name: '粘贴文字' }).click()
    const box = page.getByRole('textbox', { name: '报告文字' })
    await box.fill(WRONG)
    const found = page.getByRole('region', { name: '核对发现' })
    await found.getByText('合计不等于分项之和').waitFor()
    await found.getByRole('button', { name: /支出合计/ }).first().click()
    await expect.poll(() => page.locator('mark.at').count()).toBe(3)
    await box.fill(RIGHT)
    await found.getByText(/核对过的 \d+ 个数字没有发现矛盾/).waitFor()
    await box.fill('没有数字')
    await found.getByText('没有读到数字，什么也没有核对。').waitFor()
    expect(attempts()).toEqual({ foreign: [], stray: [], refused: [] })
    expect(problems).toEqual([])
    await context.close()
  })

  it('shows what the sample teaches', async () => {
    const { page, context, problems } = await openApp(browser, '#/checkup')
    await page.getByRole('button', { name: '试用示例报告（虚构）' }).click()
    await page.getByRole('region', { name: '核对发现' }).locator('article').first().waitFor()
    expect(await page.locator('mark.contradicted').count()).toBeGreaterThan(2)
    expect(problems).toEqual([])
    await context.close()
  })

  it('takes many files at once, good and bad, and writes what it found as a workbook', async () => {
    const { page, context, problems } = await openApp(browser, '#/checkup')
    await page.getByLabel('选择报告文件').setInputFiles([
      upload('错.docx', DOCX, word(WRONG)), upload('对.docx', DOCX, word(RIGHT)),
      upload('版式.pdf', 'application/pdf', pdfFile([{ words: [[72, 700, WRONG]] }])), upload('扫描.pdf', 'application/pdf', pdfFile([{ picture: true }])),
      upload('断.docx', DOCX, word(WRONG).subarray(0, 200)), upload('旧.doc', 'application/msword', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0)),
    ])
    const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) })
    await row('旧.doc').getByText('另存为“Word 文档（*.docx）”').waitFor()
    await row('扫描.pdf').getByText('是扫描件').waitFor()
    await row('断.docx').getByText('不完整或已损坏').waitFor()
    expect(await row('错.docx').getByRole('cell').nth(1).innerText()).toBe('1')
    expect(await row('版式.pdf').getByRole('cell').nth(1).innerText()).toBe('1')
    expect(await row('对.docx').getByRole('cell').nth(1).innerText()).toBe('0')

    await page.getByRole('button', { name: '版式.pdf', exact: true }).click()
    const found = page.getByRole('region', { name: '核对发现' })
    await found.getByText('第 1 页第 1 段').first().waitFor()
    await found.getByRole('button', { name: '忽略' }).click()
    await found.getByLabel('不算问题的理由').fill('另有结转')
    await found.getByRole('button', { name: '忽略', exact: true }).click()
    await found.getByRole('button', { name: '已处理 1' }).click()
    await found.getByText('理由：另有结转').waitFor()

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 Excel' }).click()
    const book = read(readFileSync(await (await download).path()))
    const cells = (name: string): readonly unknown[] => Object.values(book.Sheets[name]!).map((one) => (typeof one === 'object' && one !== null && 'v' in one ? one.v : null))
    expect(cells('发现的问题')).toEqual(expect.arrayContaining(['错.docx', '合计不等于分项之和', '已忽略：另有结转']))
    expect(cells('汇总').filter((value) => typeof value === 'string' && value.includes('扫描件'))).toHaveLength(1)
    expect(problems).toEqual([])
    await context.close()
  })

  const real = '/work/shared/cases/pdf/B54.pdf'
  it.skipIf(!existsSync(real))(`reads a real disclosure with Chinese fonts under the page’s policy (skipped where ${real} is absent)`, async () => {
    const { page, context, problems } = await openApp(browser, '#/checkup')
    await page.getByLabel('选择报告文件').setInputFiles(real)
    await page.getByRole('article', { name: '报告原文' }).getByText('第三部分').first().waitFor()
    expect(await page.getByRole('cell', { name: '本年支出合计', exact: true }).count()).toBeGreaterThan(0)
    expect(problems).toEqual([])
    await context.close()
  })
})
