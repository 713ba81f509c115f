import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { editedReport, exportedReport } from '../support/editedReport'
import { openApp, openSample, startBrowser } from '../support/journey'
import { pdfFile } from '../support/pdfFile'

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(async () => { await browser.close() })

async function toReport(sample: '岳麓区信息中心 2020' | '示例单位（虚构）') {
  const journey = await openApp(browser)
  await openSample(journey.page, sample)
  await journey.page.getByRole('link', { name: '报告', exact: true }).click()
  await journey.page.getByRole('navigation', { name: '报告章节' }).waitFor()
  return journey
}
async function downloaded(page: Page, act: () => Promise<void>): Promise<{ name: string; files: { readonly [name: string]: Uint8Array } }> {
  const waiting = page.waitForEvent('download')
  await act()
  const file = await waiting
  return { name: file.suggestedFilename(), files: unzipSync(new Uint8Array(await readFile(await file.path()))) }
}
const wordsOf = (docx: Uint8Array): string => [...strFromU8(unzipSync(docx)['word/document.xml']!).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')

describe('the set to hand in', () => {
  it('is one zip with the evidence in it, says what is missing, and is printed in one job', async () => {
    const { page, context, problems } = await openApp(browser)
    await openSample(page, '示例单位（虚构）')
    await page.getByRole('link', { name: '佐证材料', exact: true }).click()
    await page.getByLabel('选择佐证材料').setInputFiles({ name: '决算批复.txt', mimeType: 'text/plain', buffer: Buffer.from('批复') })
    await page.getByRole('button', { name: '决算批复.txt', exact: true }).waitFor()
    await page.getByLabel('选择佐证材料').setInputFiles([
      { name: '现场照片.png', mimeType: 'image/png', buffer: await page.screenshot() },
      { name: '合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfFile([{ words: [[96, 700, '甲方']] }, { words: [[96, 700, '乙方']], size: [842, 595] }])) },
      { name: '坏了的.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 broken') },
    ])
    await page.getByRole('button', { name: '坏了的.pdf', exact: true }).waitFor()
    await page.getByRole('link', { name: '报送材料' }).click()
    const dialog = page.getByRole('dialog', { name: '报送材料' })
    await dialog.getByText('写了增减没有写原因').waitFor()
    const { name, files } = await downloaded(page, () => dialog.getByRole('button', { name: '打包 zip' }).click())
    expect(name).toMatch(/绩效评价报送材料\.zip$/)
    const names = Object.keys(files)
    expect(names.slice(0, 3).map((one) => one.replace(/-.*-/, '-'))).toEqual(['报告-部门整体支出绩效评价报告.docx', '附件1-部门整体支出绩效评价基础数据表.xlsx', '附件2-部门整体支出绩效评价指标评分表.xlsx'])
    const evidence = names.filter((one) => /^附件\d+-\d-/.test(one))
    expect(evidence.map((one) => one.replace(/^附件\d+-(\d)-.*-/, '$1 '))).toEqual(['1 决算批复.txt', '2 现场照片.png', '3 合同.pdf', '4 坏了的.pdf'])
    expect(strFromU8(files[evidence[0]!]!)).toBe('批复')
    expect(wordsOf(files[names[0]!]!)).toContain('附件：1. 部门整体支出绩效评价基础数据表')
    await page.getByRole('button', { name: '报送材料……' }).click()
    await dialog.getByRole('button', { name: '整套打印、存 PDF' }).click()
    const preview = page.getByRole('region', { name: '分页预览' })
    await preview.waitFor()
    // A picture and each page of a PDF on a page of its own; what cannot be drawn has a leaf that says so.
    for (const drawn of ['现场照片.png 第 1 页', '合同.pdf 第 1 页', '合同.pdf 第 2 页']) expect(await preview.getByRole('img', { name: drawn }).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(500)
    await preview.getByRole('article', { name: '决算批复.txt' }).getByText('请用原来的软件打开打印').waitFor()
    await preview.getByRole('article', { name: '坏了的.pdf' }).getByText('画不出来').waitFor()
    const { pages, text } = await pdfText(page)
    // Fonts of this machine give some characters as radicals that look alike: words without those.
    for (const words of ['附件1', '基础数据表', '附件2', '指标评分表', '明细表', '佐证材料', '决算批复', '现场照片.png', '第2/2', '—8—']) expect(text.normalize('NFKC').replace(/\s/g, '')).toContain(words.normalize('NFKC'))
    expect(pages).toBeGreaterThan(17)
    expect(problems).toEqual([])
    await context.close()
  })

  it('stops at unfilled figures until that is confirmed', async () => {
    const { page, context } = await toReport('岳麓区信息中心 2020')
    await page.getByRole('button', { name: '报送材料……' }).click()
    const dialog = page.getByRole('dialog', { name: '报送材料' })
    expect(await dialog.getByRole('button', { name: '打包 zip' }).isDisabled()).toBe(true)
    await dialog.getByLabel(/确认照现在的样子打包/).check()
    await dialog.getByRole('button', { name: '打包 zip' }).waitFor()
    expect(await dialog.getByRole('button', { name: '打包 zip' }).isEnabled()).toBe(true)
    await context.close()
  })
})

/** The page printed as the browser prints it, read again. */
async function pdfText(page: Page): Promise<{ pages: number; text: string }> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(await page.pdf({ preferCSSPageSize: true })), useSystemFonts: true })
  const document = await task.promise
  let text = ''
  for (let i = 1; i <= document.numPages; i++) text += (await (await document.getPage(i)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')
  const pages = document.numPages
  await task.destroy()
  return { pages, text }
}

describe('the outline of this evaluation', () => {
  it('is changed section by section, followed by preview and Word, taken back by undo and by reset', async () => {
    const { page, context, problems } = await toReport('示例单位（虚构）')
    const navigation = page.getByRole('navigation', { name: '报告章节' })
    await navigation.getByRole('button', { name: '改提纲' }).click()
    const editor = page.getByRole('region', { name: '改提纲' })
    await editor.getByRole('textbox', { name: '标题：四、整体支出绩效情况' }).fill('履职绩效情况')
    await editor.getByRole('textbox', { name: '标题：四、整体支出绩效情况' }).press('Enter')
    await editor.getByRole('button', { name: '在 存在的主要问题 后加一节' }).click()
    await editor.getByRole('textbox', { name: '标题：六、新的一节' }).fill('“三公”经费情况')
    await editor.getByRole('textbox', { name: '标题：六、新的一节' }).press('Enter')
    await editor.getByLabel('“三公”经费情况按什么数据起草').selectOption('“三公”经费')
    await editor.getByRole('button', { name: '上移 “三公”经费情况' }).click()
    await editor.getByRole('textbox', { name: '标题：五、“三公”经费情况' }).waitFor()
    await editor.getByRole('button', { name: '完成' }).click()
    const preview = page.getByRole('region', { name: '报告预览' })
    expect(await preview.innerText()).toMatch(/四、履职绩效情况[^]*五、“三公”经费情况[^]*“三公”经费[^]*六、存在的主要问题/)
    const { files } = await downloaded(page, () => page.getByRole('button', { name: '导出 Word' }).click())
    expect(strFromU8(files['word/document.xml']!)).toContain('五、“三公”经费情况')
    await navigation.getByRole('button', { name: '改提纲' }).click()
    await editor.getByRole('button', { name: '删去 “三公”经费情况' }).click()
    await expect.poll(() => navigation.innerText()).not.toContain('“三公”经费情况')
    await editor.getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => navigation.innerText()).toContain('“三公”经费情况')
    await editor.getByRole('button', { name: '恢复原提纲' }).click()
    await expect.poll(() => navigation.innerText()).not.toContain('“三公”经费情况')
    expect(await navigation.innerText()).toContain('整体支出绩效情况')
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('the reason of a change', () => {
  it('is asked for beside the text and written into the sentence', async () => {
    const { page, context, problems } = await toReport('示例单位（虚构）')
    await page.getByRole('navigation', { name: '报告章节' }).getByRole('link', { name: '基本支出' }).click()
    const asked = page.getByRole('region', { name: '增减原因' })
    await asked.getByRole('textbox').first().fill('人员增加 2 人')
    await asked.getByRole('button', { name: '写进正文' }).first().click()
    await page.getByRole('region', { name: '报告预览' }).getByText('主要原因是人员增加 2 人').waitFor()
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('charts', () => {
  it('go into the preview, under the text of their section and into the Word file of the top bar', async () => {
    const { page, context, problems } = await toReport('示例单位（虚构）')
    await page.getByRole('button', { name: '图表', exact: true }).click()
    const charts = page.getByRole('region', { name: '图表' })
    await charts.getByRole('img').first().waitFor()
    await charts.getByText('数据表').first().click()
    expect(await charts.getByRole('table').first().innerText()).toContain('人员经费')
    await charts.getByRole('checkbox', { name: '放进报告' }).first().check()
    await charts.getByRole('button', { name: '返回' }).click()
    await page.getByRole('region', { name: '报告预览' }).getByRole('img', { name: /^图1/ }).waitFor()
    await page.getByRole('navigation', { name: '报告章节' }).getByRole('link', { name: '整体支出规模' }).click()
    await page.getByRole('group', { name: /节末的表和图/ }).getByRole('img', { name: /^图1/ }).waitFor()
    const { files } = await downloaded(page, () => page.getByRole('button', { name: '导出 Word' }).click())
    expect(Object.keys(files).filter((name) => /\.(svg|png)$/.test(name)).length).toBeGreaterThanOrEqual(2)
    expect(strFromU8(files['word/document.xml']!)).toContain('图1')
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('a Word report with several numbers changed outside', () => {
  it('lists exactly those', async () => {
    let state = 11
    const edited = editedReport(foundingCase, await exportedReport(foundingCase), 6, () => (state = (state * 1103515245 + 12345) % 2147483648))
    const { page, context, problems } = await toReport('岳麓区信息中心 2020')
    const parts = unzipSync(edited.bytes)
    const choose = page.getByLabel('选择改过的 Word')
    await choose.setInputFiles({ name: '改过.docx', mimeType: 'application/zip', buffer: Buffer.from(edited.bytes) })
    const back = page.getByRole('region', { name: '读回 Word' })
    await back.getByText('文件里有 6 个数字与数据不一样').waitFor()
    const rows = await back.getByRole('table').getByRole('row').evaluateAll((all) => all.slice(1).map((row) => [...row.querySelectorAll('td')].slice(2, 4).map((cell) => cell.textContent?.trim()).join(' → ')))
    expect([...rows].sort()).toEqual(edited.changes.map(({ before, after }) => `${before} → ${after}`).sort())
    // Wording alone moves no number.
    const words = strFromU8(unzipSync(await exportedReport(foundingCase))['word/document.xml']!).replace('经费形式为', '经费来源是')
    await choose.setInputFiles({ name: '措辞.docx', mimeType: 'application/zip', buffer: Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(words) })) })
    await back.getByText('文件里有 0 个数字与数据不一样，1 节文字有改动').waitFor()
    expect(problems).toEqual([])
    await context.close()
  })
})
