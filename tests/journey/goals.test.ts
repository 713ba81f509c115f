import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violations } from '../support/accessibility'
import { openApp, openSample, startBrowser, toForm } from '../support/journey'
import { bytesOf, madeBook } from '../support/madeSheet'
import { cell, paragraph, table, wordFile } from '../support/wordFile'

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(() => browser.close())

const HEAD = ['一级指标', '二级指标', '三级指标', '指标值', '计量单位', '分值']
const UNIT = [['产出指标', '数量指标', '办件量', '≥12', '万件', '50'], ['效益指标', '社会效益', '', '明显提高', '', '30']]
const OTHER = [['满意度指标', '服务对象满意度', '群众满意度', '≥90', '%', '10']]
const excel = { name: '绩效目标表.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytesOf(madeBook({ 附件: { rows: [['部门整体支出绩效目标表'], HEAD, ...UNIT] } }))) }
const word = { name: '调整后的绩效目标表.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(wordFile(paragraph('部门整体支出绩效目标表') + table(...[HEAD, ...OTHER].map((row) => row.map((text) => cell(text)))))) }

describe.each(['light', 'dark'] as const)('the approved goals in %s', (colorScheme) => {
  it('come in from Excel and from Word, looked at first, locked afterwards, and kept', async () => {
    const { page, context, problems } = await openApp(browser)
    await page.emulateMedia({ colorScheme })
    await openSample(page, '岳麓区信息中心 2020')
    await toForm(page, '绩效目标')
    const file = page.getByLabel('选择绩效目标表文件')
    const dialog = page.getByRole('dialog', { name: '导入绩效目标表' })
    await file.setInputFiles(excel)
    await dialog.getByText('读到 1 个目标，新增 1；没有读入 1 行').waitFor()
    await dialog.getByText('有指标值，没有三级指标名称').waitFor()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: '导入 1 个目标' }).click()
    await page.getByText('导入了 1 个绩效目标，可以撤销。').waitFor()
    await file.setInputFiles(word)
    await dialog.getByText('读到 1 个目标，新增 1').waitFor()
    await dialog.getByLabel('年初未批复，自拟').check()
    await dialog.getByRole('button', { name: '导入 1 个目标' }).click()
    await dialog.waitFor({ state: 'detached' })
    const cells = (): Promise<readonly (readonly [value: string, locked: boolean])[]> => page.locator('td input, td select, td textarea').evaluateAll((all) => all.map((one) => {
      const field = one as HTMLInputElement | HTMLSelectElement
      return [field.value, 'readOnly' in field ? field.readOnly : field.disabled] as const
    }))
    await expect.poll(async () => (await cells()).map(([value]) => value)).toEqual(expect.arrayContaining(['办件量', '12', '群众满意度', '年初未批复']))
    expect((await cells()).filter(([value]) => value === '办件量' || value === '群众满意度')).toEqual([['办件量', true], ['群众满意度', false]])
    await file.setInputFiles(excel)
    await dialog.getByText('新增 0，已有 1').waitFor()
    expect(await dialog.getByRole('button', { name: '导入 0 个目标' }).isDisabled()).toBe(true)
    await dialog.getByRole('button', { name: '取消' }).click()
    await page.reload()
    await expect.poll(async () => (await cells()).map(([value]) => value)).toEqual(expect.arrayContaining(['办件量', '群众满意度']))
    expect(problems).toEqual([])
    await context.close()
  })
})
