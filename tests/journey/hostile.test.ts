import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { catalog } from '../../src/catalog/catalog'
import { given } from '../../src/domain/evaluation/answer'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { writeBackup } from '../../src/exchange/backup/writeBackup'
import { hostileStrings } from '../support/hostileStrings'
import { traces } from '../support/hostileTraces'
import { openApp, startBrowser, toForm } from '../support/journey'

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(() => browser.close())

const typed = hostileStrings.filter((text) => text.length <= 1000)
const outline = catalog.outlines.find(({ id }) => id === fictionalCase.outline)
const hostile: Evaluation = {
  ...fictionalCase,
  answers: { ...fictionalCase.answers, 'unit.name': given('<img src=x onerror="window.hit=1">{{7*7}}') },
  tables: { ...fictionalCase.tables, projects: typed.map((text, i) => ({ id: `h${i}`, kind: 'single', cells: { name: given(text) } })) },
  narrative: Object.fromEntries((outline?.sections ?? []).map(({ id }, i) => [id, typed.slice(i * 9, i * 9 + 9).map((text) => [{ kind: 'text', text }])])),
  explanations: Object.fromEntries(catalog.checks.map(({ id }, i) => [id, typed[i % typed.length]!])),
}
const { sample: _none, ...kept } = hostile

it('200 hostile strings in names, texts, explanations and file names change nothing on any screen but the text shown', async () => {
  const { page, context, problems } = await openApp(browser)
  const file = { name: '<img src=x onerror=window.hit=1>.hengji.zip', mimeType: 'application/zip', buffer: Buffer.from(writeBackup({ evaluations: [{ evaluation: kept, revision: 1, updatedAt: 1, changes: [] }], frameworks: [], evidence: [], purpose: 'backup', createdAt: '2026-01-01T00:00:00Z' })) }
  const go = (name: string) => page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name, exact: true }).click()
  await go('数据')
  await page.getByLabel('选择备份文件').setInputFiles(file)
  await page.getByRole('button', { name: '恢复所选 1 份' }).click()
  await go('工作台')
  await page.getByRole('link', { name: /onerror/ }).click()
  await page.getByRole('link', { name: '单位概况' }).waitFor()
  expect(await page.title()).not.toContain('49')
  await toForm(page, '专项支出')
  await page.getByRole('textbox').first().waitFor()
  const shown = await page.getByRole('textbox').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
  expect(shown.filter((value) => typed.includes(value)).length).toBeGreaterThan(5)
  expect(await traces(page)).toEqual({ hit: false, made: [] })
  for (const screen of ['指标', '校验', '报告', '佐证材料', '历史版本', '数据', '报告核对', '工作台']) {
    await go(screen)
    await page.getByRole('main').waitFor()
    expect({ screen, ...(await traces(page)) }).toEqual({ screen, hit: false, made: [] })
  }
  await page.getByRole('link', { name: /onerror/ }).click()
  await go('佐证材料')
  await page.getByLabel('选择佐证材料').setInputFiles(['"><script>window.hit=1</script>.html', '=1+1.svg', '__proto__'].map((name, i) => ({ name: name.replaceAll('/', '_'), mimeType: 'text/html', buffer: Buffer.from(`<script>window.hit=1</script>${i}`) })))
  await page.getByRole('button', { name: '__proto__', exact: true }).click()
  await page.getByText('不能在这里预览').waitFor()
  expect(await traces(page)).toEqual({ hit: false, made: [] })
  for (const text of typed.filter((one) => !/[\n\t\r]/.test(one)).filter((_, i) => i % 12 === 0)) {
    await toForm(page, '单位概况')
    await page.getByRole('textbox', { name: '单位名称' }).fill(text)
    expect(await page.locator('.unit').first().textContent()).toBe(text)
  }
  expect(await traces(page)).toEqual({ hit: false, made: [] })
  expect(problems).toEqual([])
  await context.close()
})
