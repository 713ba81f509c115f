import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { typedStrings } from '../support/hostileTexts'
import { NO_TRACES, traces } from '../support/hostileTraces'
import { openApp, openSample, startBrowser } from '../support/journey'
import { screensOf } from '../support/screens'

/** Strings typed into each input, by turns: one here, into some inputs of each place; HOSTILE_EACH=2 or more for every input there is. */
const EACH = Number(process.env['HOSTILE_EACH'] ?? 1)
const MOST = process.env['HOSTILE_EACH'] === undefined ? 12 : Infinity

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(() => browser.close())

/** What may be pressed without leaving the page, the desk or the machine. */
const UNPRESSED = /删除|清空|打印|恢复|停用|取消|关闭|完成|保存并|离开|不导入|撤销|重做|^×$|^↑$|^↓$|行上移|行下移|复制第|上方插入|排序/
const FIELDS = 'input:is([type=text], [type=search], [type=password], :not([type])), textarea'

/** Types into every field in sight, by its own events; the names of the fields. */
const typeIntoAll = (page: Page, from: number): Promise<readonly string[]> => page.evaluate(async ({ fields, strings, each, start, most }) => {
  const names: string[] = []
  let next = start
  const open = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(fields)].filter((field) => !field.readOnly && !field.disabled && field.checkVisibility())
  // Where there are many, they are taken at even distances.
  for (const field of open.filter((_, i) => open.length <= most || Math.floor((i * most) / open.length) !== Math.floor(((i - 1) * most) / open.length))) {
    names.push(field.getAttribute('aria-label') ?? field.closest('label')?.textContent?.trim().slice(0, 20) ?? field.placeholder)
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!
    const before = field.value
    for (const text of [...Array.from({ length: each }, () => strings[next++ % strings.length]!), before]) {
      field.focus()
      set?.call(field, text)
      field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }))
      await new Promise((done) => { setTimeout(done, 0) })
      field.dispatchEvent(new Event('change', { bubbles: true }))
      field.blur()
    }
  }
  return names
}, { fields: FIELDS, strings: typedStrings, each: EACH, start: from, most: MOST })

/** Puts words where a section of the report is edited. */
async function typeIntoEditors(page: Page, from: number): Promise<number> {
  const editors = await page.locator('[contenteditable=true]').all()
  for (const editor of editors) {
    await editor.click()
    for (let i = 0; i < EACH * 4; i++) await page.keyboard.insertText(typedStrings[(from + i) % typedStrings.length]!.replace(/[\r\n]/g, ''))
  }
  return editors.length
}

/** Gives files with hostile names to every choice of files. */
async function giveFiles(page: Page, from: number): Promise<number> {
  const inputs = await page.locator('input[type=file]').all()
  for (const input of inputs) {
    const end = (await input.getAttribute('accept'))?.split(',').find((one) => one.startsWith('.')) ?? '.txt'
    await input.setInputFiles({ name: `${typedStrings[from % typedStrings.length]!.replace(/[\\/\0]/g, '')}<img src=x onerror=window.hit=1>${end}`, mimeType: 'application/octet-stream', buffer: Buffer.from('=1+1<script>window.hit=1</script>') }).catch(() => {})
    await page.waitForTimeout(120)
  }
  return inputs.length
}

it('every input of every screen and of what its buttons open takes hostile strings as mere words', async () => {
  const { page, context, problems } = await openApp(browser)
  await openSample(page, '示例单位（虚构）')
  const id = /\/e\/([^/]+)/.exec(page.url())![1]!
  const met = new Set<string>()
  /** A button of one name opens the same everywhere. */
  const pressed = new Set<string>()
  let [turn, editors, choosers] = [0, 0, 0]
  const check = async (where: string) => expect({ where, ...(await traces(page)) }).toEqual({ where, ...NO_TRACES })
  const goTo = async (screen: string) => {
    await page.goto(`${inject('address')}#${screen}`)
    await page.getByRole('main').waitFor()
    await (screen.includes('/report/') ? page.locator('[contenteditable=true]').first().waitFor() : page.waitForTimeout(200))
  }
  const useAll = async (where: string) => {
    const names = await typeIntoAll(page, turn)
    turn += names.length * EACH
    for (const name of names) met.add(`${where} ${name}`)
    editors += await typeIntoEditors(page, turn)
    await check(where)
  }
  for (const screen of screensOf(id, { indicator: [fictionalCase.framework.indicators[0]!.id], section: [catalog.outlines.find((one) => one.id === fictionalCase.outline)!.sections[2]!.id] })) {
    await goTo(screen)
    await useAll(screen)
    const names = [...new Set((await page.getByRole('main').getByRole('button').allInnerTexts()).map((name) => name.trim()).filter((name) => name !== '' && !UNPRESSED.test(name) && !pressed.has(name)))]
    for (const name of names) {
      pressed.add(name)
      const before = await page.locator(FIELDS).count()
      await page.getByRole('main').getByRole('button', { name, exact: true }).first().click({ timeout: 1000 }).catch(() => {})
      await page.waitForTimeout(120)
      const opened = page.locator('dialog[open]')
      if (await opened.count() > 0 || await page.locator(FIELDS).count() > before) await useAll(`${screen} › ${name}`)
      await page.keyboard.press('Escape')
      if (await opened.count() > 0) await opened.first().evaluate((dialog: HTMLDialogElement) => dialog.close()).catch(() => {})
      if (!page.url().endsWith(`#${screen}`)) await goTo(screen)
    }
    choosers += await giveFiles(page, turn++)
    await check(`${screen} files`)
  }
  console.log(`${met.size} inputs, ${turn} strings typed, ${editors} editors, ${choosers} choices of files`)
  expect(met.size).toBeGreaterThan(100)
  expect(choosers).toBeGreaterThan(8)
  expect(editors).toBeGreaterThan(0)
  expect(problems.filter((problem) => !problem.startsWith('Failed to load resource'))).toEqual([])
  await context.close()
}, 900_000 + EACH * 200_000)
