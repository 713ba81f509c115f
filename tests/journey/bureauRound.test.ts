import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheets } from '../../src/exchange/excel/read/readSheets'
import { openApp, openSample, startBrowser } from '../support/journey'
import { returnedFile } from '../support/returnedFile'

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(() => browser.close())

/** 更多导出 → 报送版 (chosen already) → 导出, by Enter alone. */
async function handedIn(page: Page): Promise<Uint8Array> {
  await page.getByRole('button', { name: '更多导出' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: /^报送版/ }).focus()
  const waiting = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  return new Uint8Array(readFileSync(await (await waiting).path()))
}

describe('a round with the bureau, by keyboard', () => {
  it('exports 报送版, takes 11 of its 12 changes, refuses one with the reason, and exports again', async () => {
    const { page, context, problems } = await openApp(browser)
    await openSample(page, '示例单位（虚构）')
    const returned = returnedFile(await handedIn(page), ['基础数据表'], 12)
    expect(returned.cells.length).toBe(12)

    await page.getByRole('link', { name: '工作台', exact: true }).press('Enter')
    await page.getByLabel('选择 Excel 文件').setInputFiles({ name: '退回.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(returned.bytes) })
    await page.getByRole('heading', { name: '导入 Excel' }).waitFor()
    const place = page.getByLabel('导入到哪里')
    if (await place.count() > 0) await place.selectOption({ label: '打开的评价' })
    await page.getByRole('button', { name: /^两处不一致 \d+/ }).press('Enter')
    const rows = page.getByRole('region', { name: '导入的各格' }).locator('tbody tr')
    const changed = rows.filter({ hasText: '基础数据表' })
    expect(await changed.count()).toBe(12)
    for (let i = 0; i < 12; i++) {
      const tick = changed.nth(i).getByRole('checkbox')
      if (i !== 4 && !(await tick.isChecked())) await tick.press('Space')
      if (i === 4 && (await tick.isChecked())) await tick.press('Space')
    }
    const refused = changed.nth(4)
    const cell = /基础数据表 ([A-Z]+\d+)/.exec(await refused.innerText())![1]!
    await refused.getByRole('textbox').focus()
    await page.keyboard.type('以决算批复数为准')
    await page.getByRole('button', { name: /^确认导入/ }).press('Enter')
    await page.getByRole('link', { name: '单位概况' }).waitFor()

    const sheet = readSheets(await handedIn(page))!.find(({ name }) => name === '基础数据表')!
    const shown = (at: string): number => Number(sheet.rows[Number(/\d+/.exec(at)![0]) - 1]?.[at.charCodeAt(0) - 65]?.text)
    expect(returned.cells.filter(({ cell: at, to }) => shown(at) !== to).map(({ cell: at }) => at)).toEqual([cell])
    expect(problems).toEqual([])
    await context.close()
  })
})
