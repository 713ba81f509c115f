import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApp, openSample, startBrowser, toForm } from '../support/journey'

/** Interleaved edits: a few here; EDITS=1000 for the whole proof. */
const EDITS = Number(process.env['EDITS'] ?? 80)

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(() => browser.close())

/** The figures on the screen by their accessible names. */
const figures = (page: Page): Promise<Readonly<Record<string, string>>> => page.evaluate(() =>
  Object.fromEntries([...document.querySelectorAll<HTMLInputElement>('main input[aria-label]')].filter((input) => !input.readOnly && input.type === 'text').map((input) => [input.getAttribute('aria-label') ?? '', input.value])))

/** Types into several cells in a row, as fast as the page takes it. */
const typeInto = (page: Page, edits: readonly (readonly [name: string, text: string])[]): Promise<void> => page.evaluate(async (list) => {
  for (const [name, text] of list) {
    const input = document.querySelector<HTMLInputElement>(`main input[aria-label="${name}"]`)
    if (!input) throw new Error(`no ${name}`)
    input.value = text
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await new Promise((done) => { setTimeout(done, 5) })
  }
}, edits)

it(`${EDITS} interleaved edits of two tabs: none is lost, both show the same`, async () => {
  const one = await openApp(browser)
  await openSample(one.page, '岳麓区信息中心 2020')
  await toForm(one.page, '基础数据表')
  await one.page.getByRole('textbox', { name: '编制数' }).waitFor()
  const two = await openApp(browser, new URL(one.page.url()).hash, one.context)
  await two.page.getByRole('textbox', { name: '编制数' }).waitFor()
  const names = Object.keys(await figures(one.page)).filter((name) => !name.includes('"')).slice(0, 24)
  expect(names.length).toBeGreaterThan(10)
  const expected: Record<string, string> = {}
  const halves = [0, 1].map((half) => names.filter((_, i) => i % 2 === half))
  // Each tab has its own cells; the order over both is left to chance.
  const edits = halves.map((own, half) => Array.from({ length: EDITS / 2 }, (_, i) => {
    const name = own[i % own.length]!
    const text = String(1000 + 2 * i + half)
    expected[name] = text
    return [name, text] as const
  }))
  await Promise.all([typeInto(one.page, edits[0]!), typeInto(two.page, edits[1]!)])
  for (const { page } of [one, two]) await page.getByText(/● 已保存/).waitFor()
  await expect.poll(async () => [await figures(one.page), await figures(two.page)].map((shown) => names.filter((name) => shown[name] !== expected[name])), { timeout: 30_000 }).toEqual([[], []])
  await one.page.reload()
  await one.page.getByRole('textbox', { name: '编制数' }).waitFor()
  const after = await figures(one.page)
  expect(names.filter((name) => after[name] !== expected[name])).toEqual([])
  expect([...one.problems, ...two.problems]).toEqual([])
  await one.context.close()
}, 60_000 + EDITS * 300)
