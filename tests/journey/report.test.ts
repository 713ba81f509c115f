import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { exportedReport } from '../support/editedReport'
import { openApp, openSample, startBrowser, toForm } from '../support/journey'

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(async () => { await browser.close() })

async function openSection(name: string) {
  const journey = await openApp(browser)
  await openSample(journey.page, '示例单位（虚构）')
  await journey.page.getByRole('link', { name: '报告', exact: true }).click()
  await journey.page.getByRole('navigation', { name: '报告章节' }).getByRole('link', { name }).click()
  const box = journey.page.getByRole('textbox', { name: /本节文字/ })
  await box.click()
  await journey.page.keyboard.press('Control+End')
  return { ...journey, box, preview: journey.page.getByRole('region', { name: '报告预览' }) }
}

describe('writing the report', () => {
  it('inserts a figure by @ and its name, which follows the data', async () => {
    const { page, context, problems, box, preview } = await openSection('专项管理情况')
    await page.keyboard.type('编制数为@编制数')
    await page.getByRole('listbox', { name: '可插入的数据' }).getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await preview.getByText(/编制数为/).waitFor()
    expect(await box.locator('.bound').last().innerText()).toBe('45人')
    await toForm(page, '基础数据表')
    const cell = page.getByRole('textbox', { name: /编制数/ }).first()
    await cell.fill('46')
    await cell.press('Enter')
    await page.getByRole('link', { name: '报告', exact: true }).click()
    await page.getByRole('region', { name: '报告预览' }).getByText('编制数为').waitFor()
    expect(await page.getByRole('region', { name: '报告预览' }).innerText()).toContain('编制数为46人')
    expect(problems).toEqual([])
    await context.close()
  })

  it('offers to bind a number typed by hand, and binds it', async () => {
    const { page, context, problems, box } = await openSection('专项组织情况')
    await page.keyboard.type('人员经费575.80万元。')
    await page.getByRole('button', { name: '绑定 人员经费 决算数' }).click()
    await expect.poll(() => box.locator('.bound').last().innerText()).toBe('575.80万元')
    expect(problems).toEqual([])
    await context.close()
  })

  it('keeps words of an input method whole, undoes them, and takes foreign clippings as words only', async () => {
    const { page, context, problems, box, preview } = await openSection('专项管理情况')
    const before = await box.innerText()
    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'jian', selectionStart: 4, selectionEnd: 4 })
    expect(await preview.innerText()).not.toContain('jian')
    await session.send('Input.insertText', { text: '检查' })
    await expect.poll(() => box.innerText()).toBe(`${before}检查`)
    await preview.getByText(/检查$/).waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => box.innerText()).toBe(before)
    await box.evaluate((element) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', '<b>粗</b><img src=x>')
      clipboardData.setData('text/plain', '　　粗字\n第二段')
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await expect.poll(() => box.innerText()).toContain('粗字')
    expect(await box.locator('img, b').count()).toBe(0)
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('reading an edited Word report back', () => {
  it('lists the number that moved and changes the data by a click', async () => {
    const { page, context, problems } = await openApp(browser)
    await openSample(page, '岳麓区信息中心 2020')
    const bytes = await exportedReport(foundingCase)
    const parts = unzipSync(bytes)
    const xml = strFromU8(parts['word/document.xml']!).replace('核定编制8人', '核定编制9人').replace('经费形式为', '经费来源是')
    await page.getByRole('link', { name: '报告', exact: true }).click()
    await page.getByLabel('选择改过的 Word').setInputFiles({ name: '改过.docx', mimeType: 'application/zip', buffer: Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(xml) })) })
    const back = page.getByRole('region', { name: '读回 Word' })
    await back.getByText('文件里有 1 个数字与数据不一样，1 节文字有改动').waitFor()
    await back.getByRole('button', { name: '编制数：数据改成9人' }).click()
    await back.getByText('文件里有 0 个数字与数据不一样').waitFor()
    await back.getByRole('button', { name: '取用本节文字' }).click()
    await back.getByText('与现在的报告一样，没有改动').waitFor()
    await back.getByRole('button', { name: '关闭' }).click()
    const text = await page.getByRole('region', { name: '报告预览' }).innerText()
    expect(text).toContain('核定编制9人')
    expect(text).toContain('经费来源是全额拨款')
    expect(problems).toEqual([])
    await context.close()
  })
})
