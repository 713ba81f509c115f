import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { writeEvaluation } from '../../src/exchange/excel/writeEvaluation'
import { violations } from '../support/accessibility'
import { openApp, openSample, startBrowser } from '../support/journey'

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(() => browser.close())

describe.each(['light', 'dark'] as const)('every screen in %s', (colorScheme) => {
  it('has nothing serious for axe', async () => {
    const { page, context } = await openApp(browser)
    await page.emulateMedia({ colorScheme })
    const found: string[] = []
    const look = async (screen: string) => found.push(...(await violations(page)).map((line) => `${screen} ${line}`))
    await look('空工作台')
    await page.getByRole('button', { name: '新建评价' }).click()
    await page.getByLabel('单位名称').waitFor()
    await look('新建评价')
    await page.keyboard.press('Escape')
    await openSample(page, '岳麓区信息中心 2020')
    for (const form of ['单位概况', '基础数据表', '收支情况', '专项支出', '工作成效', '满意度调查', '经济分类']) {
      await page.getByRole('navigation', { name: '填报表' }).getByRole('link', { name: form }).click()
      await look(form)
    }
    await page.keyboard.press('Control+f')
    await page.getByRole('search').waitFor()
    await look('查找')
    await page.getByRole('link', { name: '两年对比' }).click()
    await page.getByText('就能对比').waitFor()
    await look('两年对比')
    await page.getByRole('link', { name: '填报', exact: true }).click()
    await page.getByRole('link', { name: '按决算批复更新' }).click()
    await page.getByText('还没有填批复数').waitFor()
    await look('按决算批复更新')
    await page.getByRole('link', { name: '指标', exact: true }).click()
    await page.getByText('怎么得出的').waitFor()
    await look('指标')
    await page.getByRole('link', { name: '校验', exact: true }).click()
    await page.getByRole('button', { name: /^全部/ }).waitFor()
    await look('校验')
    await page.getByRole('link', { name: '报告', exact: true }).click()
    await page.getByRole('navigation', { name: '报告章节' }).getByRole('link', { name: '基本支出' }).click()
    await page.getByText('插入数据').waitFor()
    await look('报告')
    await page.getByRole('link', { name: '数据', exact: true }).click()
    await page.getByText('数据在哪里').waitFor()
    await look('数据')
    await page.getByRole('button', { name: '归档包' }).click()
    await page.getByRole('dialog').getByText('生成文件').waitFor()
    await look('归档包')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '佐证材料', exact: true }).click()
    await page.getByLabel('选择佐证材料').setInputFiles({ name: '合同.txt', mimeType: 'text/plain', buffer: Buffer.from('合同') })
    await page.getByRole('button', { name: '合同.txt', exact: true }).click()
    await page.getByText('不能在这里预览').waitFor()
    await look('佐证材料')
    await page.getByRole('link', { name: '历史版本', exact: true }).click()
    await page.getByRole('button', { name: '保存当前版本' }).click()
    await page.getByRole('button', { name: /手动保存/ }).click()
    await page.getByText('与现在的内容相同').waitFor()
    await look('历史版本')
    await page.getByRole('link', { name: '帮助', exact: true }).click()
    await page.getByRole('navigation', { name: '帮助目录' }).getByRole('link', { name: '名词' }).click()
    await page.getByRole('article').getByText('预算执行率').waitFor()
    await look('帮助')
    await page.getByRole('button', { name: '看一遍引导' }).click()
    await page.getByRole('dialog', { name: '引导' }).waitFor()
    await look('引导')
    await page.getByRole('button', { name: '不看了' }).click()
    await page.getByRole('link', { name: '报告核对', exact: true }).click()
    await page.getByText('把报告拖到这里').waitFor()
    await look('报告核对')
    await page.getByRole('button', { name: '试用示例报告（虚构）' }).click()
    await page.locator('mark').first().waitFor()
    await look('核对结果')
    await page.getByRole('link', { name: '工作台', exact: true }).click()
    await page.getByRole('heading', { name: '本机的评价' }).waitFor()
    await look('工作台')
    await openSample(page, '示例单位（虚构）')
    await page.getByRole('link', { name: '工作台', exact: true }).click()
    await page.getByRole('button', { name: '部门汇总' }).click()
    await page.getByLabel('部门名称').waitFor()
    await look('部门汇总')
    await page.keyboard.press('Escape')
    await page.getByLabel('选择 Excel 文件').setInputFiles({ name: 'a.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await writeEvaluation({ ...foundingCase, year: 2021 }, catalog)) })
    await page.getByRole('button', { name: '确认导入' }).waitFor()
    await look('导入预览')
    expect(found).toEqual([])
    await context.close()
  }, 300_000)
})

describe('by keyboard alone', () => {
  it('opens the sample, fills a cell, sees the score and the report, and starts the export', async () => {
    const { page, context } = await openApp(browser)
    /** Tabs on until an element with this name has the focus. */
    const tabTo = async (name: string | RegExp): Promise<void> => {
      for (let i = 0; i < 120; i++) {
        await page.keyboard.press('Tab')
        const label = await page.evaluate(() => {
          const element = document.activeElement
          return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''
        })
        if (typeof name === 'string' ? label === name : name.test(label)) return
      }
      throw new Error(`Tab never reached ${String(name)}`)
    }
    await tabTo('打开示例')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: '填报表' }).waitFor()
    await tabTo(/^基础数据表/)
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: '编制数' }).waitFor()
    await tabTo('编制数')
    await page.keyboard.type('4')
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('在职人员数')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('三公经费 本年预算')
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.getByRole('textbox', { name: '编制数' }).inputValue()).toBe('8')
    await tabTo('导出 Word')
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toMatch(/\.docx$/)
    await context.close()
  })
})
