import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { readEvaluation } from '../../src/exchange/excel/readEvaluation'
import { openSample, toForm } from './journey'

/** The founding case from first click to finished files and back in again, wherever the page comes from. */
export async function foundingWalk(page: Page): Promise<void> {
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
  await page.getByRole('button', { name: '确认导入 0 处' }).waitFor()
  await page.getByRole('button', { name: '不导入' }).click()
  await toForm(page, '基础数据表')
  await page.reload()
  await page.getByRole('textbox', { name: '编制数' }).waitFor()
  expect(await page.getByRole('textbox', { name: '编制数' }).inputValue()).toBe('4')
}
