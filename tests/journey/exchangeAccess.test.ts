import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violations } from '../support/accessibility'
import { bureauForm } from '../support/bureauForm'
import { openApp, openSample, startBrowser } from '../support/journey'
import { bytesOf, madeBook } from '../support/madeSheet'

/** Somebody's tables: known and unknown labels, words where a figure should be, a list without a unit; nothing in it is real. */
const foreign = (): Uint8Array => bytesOf(madeBook({
  情况表: { rows: [['某局情况表（虚构）'], ['单位：万元'], ['项目', '2024年决算数', '年初预算数', '2025年决算数'], ['公务接待费', 1.2, 1, 0.75], ['我局自己的一行', 3, 4, 5], ['公务用车运行维护费', 9.1, 9, '大约九万']] },
  Sheet2: { rows: [['项目名称', '年初预算数', '2025年决算数'], ['新来的项目', 100_000, 90_000]] },
}))

let browser: Browser
let folder: string
beforeAll(async () => {
  browser = await startBrowser()
  folder = mkdtempSync(join(tmpdir(), 'hengji-exchange-'))
  writeFileSync(join(folder, '附件2.xlsx'), await bureauForm())
  writeFileSync(join(folder, '情况表.xlsx'), foreign())
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await browser.close()
})

const toOwnForm = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: '填报', exact: true }).click()
  await page.getByRole('link', { name: '按财政局原表填报' }).click()
  await page.getByRole('heading', { name: '按财政局原表填报' }).waitFor()
}

describe.each(['light', 'dark'] as const)('the screens of Excel in and out in %s', (colorScheme) => {
  it('have nothing serious for axe', async () => {
    const { page, context, problems } = await openApp(browser)
    await page.emulateMedia({ colorScheme })
    const found: string[] = []
    const look = async (screen: string) => found.push(...(await violations(page)).map((line) => `${screen} ${line}`))
    await openSample(page, '示例单位（虚构）')
    await toOwnForm(page)
    await look('套表')
    await page.getByLabel('财政局空表文件').setInputFiles(join(folder, '附件2.xlsx'))
    await page.getByRole('button', { name: '填入并保存' }).waitFor()
    for (const details of await page.locator('details').all()) await details.evaluate((element: HTMLDetailsElement) => { element.open = true })
    await look('套表各格')
    await page.getByRole('link', { name: '填报', exact: true }).click()
    await page.getByRole('link', { name: '分工取数表' }).click()
    await page.getByRole('heading', { name: '分工取数表' }).waitFor()
    await page.getByPlaceholder('2026-03-15').fill('三月十五')
    await page.getByRole('alert').waitFor()
    await look('分工取数表')
    await page.getByRole('link', { name: '工作台', exact: true }).click()
    await page.getByRole('link', { name: '填报任务包' }).click()
    await page.getByRole('heading', { name: '填报任务包' }).waitFor()
    await look('填报任务包')
    await page.getByRole('button', { name: '制作任务包' }).click()
    await page.getByRole('dialog', { name: '制作任务包' }).waitFor()
    await look('制作任务包')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '工作台', exact: true }).click()
    await page.getByLabel('选择 Excel 文件').first().setInputFiles(join(folder, '情况表.xlsx'))
    await page.getByRole('button', { name: /^确认导入/ }).waitFor()
    for (const state of ['新增', '两处不一致', '未变', '没有导入']) {
      await page.getByRole('group', { name: '按情况查看' }).getByRole('button', { name: new RegExp(`^${state}`) }).click()
      await look(`导入预览 ${state}`)
    }
    for (const details of await page.locator('details').all()) await details.evaluate((element: HTMLDetailsElement) => { element.open = true })
    await look('对应关系')
    expect(found).toEqual([])
    expect(problems).toEqual([])
    await context.close()
  }, 240_000)
})

describe('套表 by keyboard alone', () => {
  it('opens the blank form, corrects what a label stands for, and saves the filled one', async () => {
    const { page, context } = await openApp(browser)
    await openSample(page, '示例单位（虚构）')
    await toOwnForm(page)
    const tabTo = async (name: string): Promise<void> => {
      for (let i = 0; i < 200; i++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate((wanted) => (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '').startsWith(wanted), name)) return
      }
      throw new Error(`Tab never reached ${name}`)
    }
    await tabTo('选择空表')
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('Enter')
    await (await chooser).setFiles(join(folder, '附件2.xlsx'))
    await page.getByRole('button', { name: '填入并保存' }).waitFor()
    await page.locator('summary').first().focus()
    await page.keyboard.press('Enter')
    await tabTo('局里另加的一行对应到')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await tabTo('按新的对应关系重新读取')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('button', { name: '按新的对应关系重新读取' }).first().isDisabled()).toBe(true)
    await page.getByRole('button', { name: '换一个空表' }).focus()
    await tabTo('填入并保存')
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toMatch(/^附件2\.xlsx$/)
    await page.getByRole('status').filter({ hasText: '对应关系已记住' }).waitFor()
    await context.close()
  }, 120_000)
})
