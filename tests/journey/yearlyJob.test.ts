import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import type { Answer } from '../../src/domain/evaluation/answer'
import { cellOf, type FigureId } from '../../src/domain/measures/item'
import { openApp, startBrowser } from '../support/journey'

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(() => browser.close())

/** The next year of 「示例单位」: as the year before, with the budget that its smaller opening asks for. Every figure is made up. */
const otherwise: { readonly [id: FigureId]: string } = {
  'expenditure.personnel@originalBudget/all': '563.80', 'expenditure.officeTraining@originalBudget/all': '37.60', 'expenditure.vehicles@originalBudget/all': '8.90',
  'expenditure.otherGoods@originalBudget/all': '39.85', 'expenditure.project@originalBudget/all': '368.40', 'project.business@originalBudget/all': '228.40',
  'income.fiscal@actual/all': '1033.55', 'projects[office].originalBudget': '98.40', 'projects[office].adjustedBudget': '113.40',
}

function wanted(id: FigureId): Answer | undefined {
  const other = otherwise[id]
  if (other !== undefined) return { kind: 'given', text: other }
  const cell = cellOf(id)
  return cell ? fictionalCase.tables[cell.table]?.find((row) => row.id === cell.row)?.cells[cell.column] : fictionalCase.answers[id]
}

/** The cell that has the focus. */
const focused = (page: Page) => page.evaluate(() => {
  const element = document.activeElement as HTMLElement
  return { id: element.dataset['cell'] ?? '', tag: element.tagName, type: element.getAttribute('type'), name: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
    options: element instanceof HTMLSelectElement ? [...element.options].map(({ value }) => value) : [] }
})

/** Tabs on until an element of this name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = []
  for (let i = 0; i < 400; i++) {
    await page.keyboard.press('Tab')
    const { name: label } = await focused(page)
    seen.push(label.slice(0, 14))
    if (typeof name === 'string' ? label === name : name.test(label)) return
  }
  throw new Error(`Tab never reached ${String(name)}: ${seen.join(' | ')}`)
}

/** Types what the focused cell wants. */
async function fill(page: Page): Promise<void> {
  const cell = await focused(page)
  const answer = wanted(cell.id)
  if (!answer) throw new Error(`nothing to type into ${cell.id}`)
  if (answer.kind === 'notInvolved') await page.keyboard.press('Control+/')
  else if (cell.tag === 'SELECT') for (let n = cell.options.indexOf(answer.text); n > 0; n--) await page.keyboard.press('ArrowDown')
  else if (cell.type === 'date') await page.keyboard.type(`${answer.text.slice(5, 7)}${answer.text.slice(8)}${answer.text.slice(0, 4)}`)
  else await page.keyboard.insertText(answer.text)
}

const blanks = (page: Page) => page.getByRole('button', { name: '下一处未填' }).count()

describe('the yearly job by keyboard alone', () => {
  it('new from last year, every blank filled, a slip found and mended, finished', async () => {
    const { page, context, problems } = await openApp(browser)
    await tabTo(page, '打开示例')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: '填报表' }).waitFor()
    await tabTo(page, '工作台')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '本机的评价' }).waitFor()
    await tabTo(page, /^沿用 示例单位（虚构） 2025 新建 2026 年度/)
    await page.keyboard.press('Enter')
    await page.getByText('2026 年度', { exact: true }).waitFor()

    await tabTo(page, /^收支情况/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '部门整体收支情况表' }).waitFor()
    for (let i = 0; i < 60 && (await focused(page)).type !== 'radio'; i++) await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.getByRole('radio', { name: '没有含' }).isChecked()).toBe(true)

    let last = ''
    for (let n = 0; n < 400 && (await blanks(page)) > 0; n++) {
      await page.keyboard.press('F8')
      await expect.poll(async () => (await focused(page)).id, { timeout: 5000 }).not.toBe(last)
      last = (await focused(page)).id
      await fill(page)
    }
    expect(await blanks(page)).toBe(0)

    await tabTo(page, /^收支情况/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '部门整体收支情况表' }).waitFor()
    await tabTo(page, /^＋ 添加一行/)
    await page.keyboard.press('Enter')
    for (const [n, row] of fictionalCase.tables['uses']!.entries()) {
      if (n > 0) await page.keyboard.press('Control+Shift+Enter')
      await expect.poll(async () => (await focused(page)).name).toBe(`第${n + 1}行 用途`)
      const text = (column: string) => (row.cells[column] as { readonly text: string }).text
      await page.keyboard.insertText(text('use'))
      await page.keyboard.press('ArrowRight')
      await page.keyboard.insertText(n === 0 ? '35.00' : text('actual'))
      await page.keyboard.press('Shift+Tab')
    }

    await tabTo(page, /^校验/)
    await page.keyboard.press('Enter')
    await page.getByText('专项支出 = 各用途之和').waitFor()
    expect(await page.getByText('已与 2025 年度评价做了跨年核对').count()).toBe(1)
    await tabTo(page, '定位')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await focused(page)).id).toBe('expenditure.project@actual/all')
    await page.keyboard.press('Control+f')
    await page.keyboard.insertText('35.00')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await focused(page)).name).toBe('第1行 2026年决算数')
    await page.keyboard.type('53.00')
    await tabTo(page, /^校验/)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '矛盾 0' }).waitFor()
    expect(await page.getByText('专项支出 = 各用途之和').count()).toBe(1)

    await tabTo(page, '导出 Excel')
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toMatch(/2026.*\.xlsx$/)
    await expect.poll(() => page.getByText(/已保存/).count()).toBe(1)
    expect(problems).toEqual([])
    await context.close()
  }, 600_000)
})
