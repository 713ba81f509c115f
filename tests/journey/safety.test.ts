import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, openSample, startBrowser, toForm } from '../support/journey'
import { pdfFile } from '../support/pdfFile'

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(() => browser.close())

const quotaOf = (page: Page) => page.getByRole('textbox', { name: '编制数' })
const go = (page: Page, name: string) => page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name, exact: true }).click()
/** One red pixel. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')

describe('evidence', () => {
  it('is added, shown, linked, backed up under a passphrase and restored in another browser', async () => {
    const { page, context, problems } = await openApp(browser)
    await openSample(page, '岳麓区信息中心 2020')
    await go(page, '佐证材料')
    await page.getByLabel('选择佐证材料').setInputFiles([
      { name: '现场照片.png', mimeType: 'image/png', buffer: PNG },
      { name: '验收单.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfFile([{ words: [[72, 700, '验收合格']] }])) },
    ])
    await page.getByRole('button', { name: '现场照片.png', exact: true }).click()
    await page.getByRole('img', { name: '现场照片.png' }).waitFor()
    await page.getByRole('button', { name: '验收单.pdf', exact: true }).click()
    const drawn = page.getByRole('img', { name: '验收单.pdf 第 1 页' })
    await drawn.waitFor()
    expect(await drawn.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(700)
    await page.getByLabel('关联到').selectOption({ label: '政府常务视频会议室提质改造项目' })
    await page.getByRole('cell', { name: '政府常务视频会议室提质改造项目' }).waitFor()
    await go(page, '数据')
    await page.getByRole('button', { name: '加口令备份' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('口令', { exact: true }).fill('口令 1')
    await dialog.getByLabel('再输一遍').fill('口令 1')
    const waiting = page.waitForEvent('download')
    await dialog.getByRole('button', { name: '生成文件' }).click()
    const file = { name: 'a.hengji.zip', mimeType: 'application/zip', buffer: readFileSync(await (await waiting).path()) }
    expect(problems).toEqual([])
    await context.close()

    const fresh = await openApp(browser)
    await go(fresh.page, '数据')
    await fresh.page.getByLabel('选择备份文件').setInputFiles(file)
    await fresh.page.getByPlaceholder('口令').fill('口令 2')
    await fresh.page.getByRole('button', { name: '打开' }).click()
    await fresh.page.getByText('口令不对').waitFor()
    await fresh.page.getByPlaceholder('口令').fill('口令 1')
    await fresh.page.getByRole('button', { name: '打开' }).click()
    await fresh.page.getByRole('button', { name: '恢复所选 1 份' }).click()
    await go(fresh.page, '工作台')
    await fresh.page.getByRole('link', { name: '岳麓区信息中心' }).click()
    await fresh.page.getByRole('link', { name: '单位概况' }).waitFor()
    await go(fresh.page, '佐证材料')
    await fresh.page.getByRole('button', { name: '验收单.pdf', exact: true }).click()
    await fresh.page.getByRole('img', { name: '验收单.pdf 第 1 页' }).waitFor()
    expect(fresh.problems).toEqual([])
    await fresh.context.close()
  })
})

const TXT = { name: '验收报告.txt', mimeType: 'text/plain', buffer: Buffer.from('验收合格') }

describe('evidence of a row', () => {
  it.each([['项目', '专项支出', '政府常务视频会议室提质改造项目'], ['工作', '工作成效', null]] as const)('%s: added at the row, counted there, linked from elsewhere and listed in the hand-in', async (_, form, name) => {
    const { page, context, problems } = await openApp(browser)
    await openSample(page, '岳麓区信息中心 2020')
    await toForm(page, form)
    const panel = page.getByRole('complementary', { name: '单元格说明' })
    await page.getByRole('button', { name: '第1行的佐证材料', exact: true }).click()
    await panel.getByRole('heading', { name: '这一行的佐证材料' }).waitFor()
    await panel.getByLabel('为本项添加佐证材料').setInputFiles(TXT)
    await panel.getByRole('link', { name: TXT.name }).waitFor()
    await page.getByRole('button', { name: '第1行的佐证材料，1 份' }).waitFor()
    await page.getByRole('button', { name: '第2行的佐证材料', exact: true }).click()
    await panel.getByText('还没有文件').waitFor()
    await panel.getByLabel('关联已有文件').selectOption({ label: TXT.name })
    await page.getByRole('button', { name: '第2行的佐证材料，1 份' }).waitFor()
    await panel.getByRole('button', { name: `取消关联 ${TXT.name}` }).click()
    await page.getByRole('button', { name: '第2行的佐证材料', exact: true }).waitFor()
    await page.getByRole('button', { name: '第1行的佐证材料，1 份' }).click()
    const first = await page.getByRole('row').nth(1).getByRole('textbox').first().inputValue()
    if (name !== null) expect(first).toBe(name)
    await panel.getByRole('link', { name: TXT.name }).click()
    const chosen = page.getByRole('complementary', { name: '所选文件' })
    await chosen.getByText('SHA-256').waitFor()
    expect(await chosen.getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining(first.slice(0, 40))])
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('an earlier version', () => {
  it('is kept, compared and restored, and what it replaced can be had back', async () => {
    const { page, context, problems } = await openApp(browser)
    await openSample(page, '岳麓区信息中心 2020')
    await go(page, '历史版本')
    await page.getByPlaceholder(/说明/).fill('报送稿')
    await page.getByRole('button', { name: '保存当前版本' }).click()
    await page.getByRole('button', { name: /手动保存：报送稿/ }).waitFor()
    await toForm(page, '基础数据表')
    await quotaOf(page).fill('7')
    await page.getByText(/● 已保存/).waitFor()
    await go(page, '历史版本')
    await page.getByRole('button', { name: /手动保存：报送稿/ }).click()
    await page.getByRole('row', { name: /编制数 8 7/ }).waitFor()
    await page.getByRole('button', { name: '恢复这个版本' }).click()
    await page.getByText(/已恢复到/).waitFor()
    await toForm(page, '基础数据表')
    expect(await quotaOf(page).inputValue()).toBe('8')
    await go(page, '历史版本')
    await page.getByRole('button', { name: /恢复历史版本之前/ }).click()
    await page.getByRole('row', { name: /编制数 7 8/ }).waitFor()
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('automatic backups', () => {
  it('go into the chosen folder, and after a reload on', async () => {
    const { page, context } = await openApp(browser)
    // The browser's own private folder stands in for one the user would choose in a dialog no script can drive.
    await context.addInitScript(() => { Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() }) })
    await page.reload()
    await page.getByRole('button', { name: '新建评价' }).click()
    await page.getByLabel('单位名称').fill('某某局')
    await page.getByRole('button', { name: '建立' }).click()
    await toForm(page, '基础数据表')
    await quotaOf(page).fill('20')
    await page.getByText('再选一个备份的地方').waitFor()
    await page.getByRole('button', { name: '选择自动备份的文件夹' }).click()
    await page.getByText(/最近备份：\d/).waitFor()
    const names = () => page.evaluate(async () => {
      const found: string[] = []
      for await (const name of (await navigator.storage.getDirectory() as unknown as { keys(): AsyncIterable<string> }).keys()) found.push(name)
      return found
    })
    expect(await names()).toEqual([expect.stringMatching(/^衡绩自动备份-\d{8}\.hengji\.zip$/)])
    await page.reload()
    await go(page, '数据')
    await page.getByRole('button', { name: '现在写一次' }).click()
    expect(await names()).toHaveLength(1)
    await context.close()
  })
})

describe('a newcomer', () => {
  it('is walked through the sample, and finds help for every screen', async () => {
    const { page, context, problems } = await openApp(browser)
    await page.getByRole('button', { name: '开始引导' }).click()
    for (const title of ['填报', '指标', '校验', '报告']) {
      await page.getByRole('dialog', { name: '引导' }).getByRole('heading', { name: title }).waitFor()
      await page.getByRole('button', { name: '下一步' }).click()
    }
    await page.getByRole('dialog', { name: '引导' }).getByRole('heading', { name: '数据' }).waitFor()
    await page.getByRole('button', { name: '完成' }).click()
    await go(page, '帮助')
    const topics = page.getByRole('navigation', { name: '帮助目录' }).getByRole('link')
    await topics.first().waitFor()
    for (const topic of await topics.all()) {
      const name = await topic.innerText()
      await topic.click()
      await page.getByRole('article').getByRole('heading', { name, level: 1 }).waitFor()
    }
    expect(await topics.count()).toBeGreaterThan(10)
    await go(page, '工作台')
    expect(await page.getByRole('button', { name: '开始引导' }).count()).toBe(0)
    expect(problems).toEqual([])
    await context.close()
  })
})
