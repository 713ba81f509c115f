import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violations } from '../support/accessibility'
import { openApp, openSample, startBrowser } from '../support/journey'
import { unknownProvince } from '../support/unknownProvince'

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(() => browser.close())

async function saved(page: Page, button: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  return readFileSync(await (await waiting).path())
}

/** Every line of the score table with its words, and the total. */
async function scores(page: Page): Promise<readonly string[]> {
  await page.getByRole('link', { name: '指标', exact: true }).click()
  await page.getByText('怎么得出的').waitFor()
  return page.locator('tr[data-line], tfoot tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim()).join('|')))
}

describe('a county’s overlay of the Hunan framework', () => {
  it('is made, scored with, and scores the same in another browser', async () => {
    const { page, context, problems } = await openApp(browser)
    await openSample(page, '示例单位（虚构）')
    const before = await scores(page)
    await page.getByRole('link', { name: '指标体系', exact: true }).click()
    await page.getByRole('button', { name: '复制后修改' }).click()
    await page.getByLabel('名称', { exact: true }).fill('某县 2025（虚构）')
    await page.getByRole('button', { name: '删除 行政效能' }).click()
    await page.getByRole('button', { name: '删除 重点工作实际完成率' }).click()
    await page.getByLabel('管理制度健全性 分值').fill('10')
    await page.getByRole('button', { name: '＋ 新增指标' }).click()
    await page.getByRole('textbox', { name: '三级指标', exact: true }).fill('预算调整率')
    await page.getByLabel(/^算式/).fill('支出合计_追')
    await page.getByRole('option', { name: '支出合计_追加', exact: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type(' / 支出合计_年初预')
    await page.getByRole('option', { name: '支出合计_年初预算数', exact: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByLabel('标准（%）').fill('5')
    await page.getByLabel('每几个百分点').fill('1')
    await page.getByLabel('扣几分').fill('0.5')
    await page.getByRole('button', { name: '按比例调到 100' }).click()
    await page.getByText('分值合计 100 / 100').waitFor()
    await page.getByRole('link', { name: '完成', exact: true }).click()
    await page.getByText(/删 2 项，.*增 1 项/).waitFor()
    await page.getByRole('button', { name: '用于当前评价' }).click()
    await page.getByText(/总分 .* →/).waitFor()
    await page.getByRole('button', { name: '改用这个指标体系' }).click()

    const scored = await scores(page)
    expect(scored).toHaveLength(before.length - 1)
    expect(scored.find((line) => line.startsWith('预算调整率'))).toMatch(/\d+\.\d\d%\|[\d.]+\|\d+\.\d\d\|/)
    expect(scored.some((line) => line.startsWith('行政效能'))).toBe(false)
    const workbook = await saved(page, '导出 Excel')
    await page.reload()
    expect(await scores(page)).toEqual(scored)
    await context.close()

    const fresh = await openApp(browser)
    await fresh.page.getByLabel('选择 Excel 文件').setInputFiles({ name: '评价.xlsx', mimeType: 'application/octet-stream', buffer: workbook })
    await fresh.page.getByRole('button', { name: '确认导入' }).click()
    await fresh.page.getByRole('link', { name: '基础数据表' }).waitFor()
    expect(await scores(fresh.page)).toEqual(scored)
    expect([...problems, ...fresh.problems]).toEqual([])
    await fresh.context.close()
  })
})

describe('an unknown province’s table', () => {
  it('pasted becomes a working framework, every row accounted for', async () => {
    const { page, context, problems } = await openApp(browser)
    await openSample(page, '示例单位（虚构）')
    await page.getByRole('link', { name: '指标体系', exact: true }).click()
    await page.getByRole('link', { name: '读入指标表' }).click()
    const text = unknownProvince.rows.map((row) => row.map((cell) => (/\n/.test(cell) ? `"${cell}"` : cell)).join('\t')).join('\r\n')
    await page.getByPlaceholder('点这里，按 Ctrl+V').evaluate((area, pasted) => {
      const data = new DataTransfer()
      data.setData('text/plain', pasted)
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)
    await page.getByText('读出 9 个指标').waitFor()
    const filled = unknownProvince.rows.filter((row) => row.some((cell) => cell !== '')).length
    expect(await page.locator('tbody tr').count()).toBe(filled)
    await page.getByText('“服务对象满意度”的分值写作“待定”，应为大于 0 的数字。').waitFor()
    await page.getByLabel('名称', { exact: true }).fill('某省（虚构）')
    await page.getByRole('button', { name: '存为自有指标体系' }).click()
    await page.getByRole('heading', { name: '编辑指标体系' }).waitFor()
    await page.getByRole('link', { name: '完成', exact: true }).click()
    await page.getByRole('button', { name: '用于当前评价' }).click()
    await page.getByRole('button', { name: '改用这个指标体系' }).click()
    const scored = await scores(page)
    expect(scored.find((line) => line.startsWith('在职人员控制率'))).toMatch(/^在职人员控制率\|93\.33%\|5\|5\.00\|/)
    expect(scored.find((line) => line.startsWith('资产管理安全性'))).toContain('待定')
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('测算', () => {
  it('moves the score on the screen and leaves the evaluation as it was', async () => {
    const { page, context } = await openApp(browser)
    await openSample(page, '示例单位（虚构）')
    const before = await scores(page)
    await page.getByRole('button', { name: '测算' }).click()
    await page.getByText('测算，不改数据').waitFor()
    await page.getByLabel(/^在职人员.*现为/).fill('90')
    await page.getByText('0.00 / 5').first().waitFor()
    expect(await page.locator('tr[data-line="staffControlRate"]').textContent()).toContain('200.00%')
    await page.getByRole('button', { name: '结束测算' }).click()
    expect(await scores(page)).toEqual(before)
    await page.reload()
    expect(await scores(page)).toEqual(before)
    await context.close()
  })
})

describe.each(['light', 'dark'] as const)('the framework screens in %s', (colorScheme) => {
  it('have nothing serious for axe', async () => {
    const { page, context } = await openApp(browser)
    await page.emulateMedia({ colorScheme })
    const found: string[] = []
    const look = async (screen: string) => found.push(...(await violations(page)).map((line) => `${screen} ${line}`))
    await openSample(page, '示例单位（虚构）')
    await page.getByRole('link', { name: '指标体系', exact: true }).click()
    await page.getByRole('heading', { name: '湖南 10/60/30（2017）' }).waitFor()
    await look('指标体系')
    await page.getByRole('link', { name: '对照', exact: true }).click()
    await page.getByText('只看不同').waitFor()
    await look('对照')
    await page.getByRole('link', { name: '返回' }).click()
    await page.getByRole('link', { name: '读入指标表' }).click()
    await page.getByPlaceholder('点这里，按 Ctrl+V').waitFor()
    await look('读入指标表')
    await page.getByRole('link', { name: '返回' }).click()
    await page.getByRole('button', { name: '复制后修改' }).click()
    await page.getByRole('heading', { name: '编辑指标体系' }).waitFor()
    await page.getByLabel(/^算式/).fill('在职')
    await page.getByRole('listbox').getByRole('option').first().waitFor()
    await look('编辑')
    await page.getByLabel(/^算式/).fill('在职人员数 / 没有的数')
    await page.getByRole('button', { name: '预算控制率', exact: true }).click()
    await look('分档')
    await page.getByRole('link', { name: '完成', exact: true }).click()
    await page.getByRole('button', { name: '用于当前评价' }).click()
    await page.getByRole('button', { name: '改用这个指标体系' }).waitFor()
    await look('用于当前评价')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '版本' }).click()
    await page.getByText('还没有定稿的版本').waitFor()
    await look('版本')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '指标', exact: true }).click()
    await page.getByRole('button', { name: '测算' }).click()
    await page.getByText('测算，不改数据').waitFor()
    await look('测算')
    expect(found).toEqual([])
    await context.close()
  })
})
