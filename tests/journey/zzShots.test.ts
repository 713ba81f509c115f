import { writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, it } from 'vitest'
import { violations } from '../support/accessibility'
import { openApp, openSample, startBrowser, toForm } from '../support/journey'
import { unknownProvince } from '../support/unknownProvince'
import { bytesOf, madeBook } from '../support/madeSheet'

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(() => browser.close())
const found: string[] = []
it.each(['light', 'dark'] as const)('%s', async (colorScheme) => {
  const { page, context, problems } = await openApp(browser)
  await page.emulateMedia({ colorScheme })
  const shot = async (name: string) => {
    await page.waitForTimeout(250)
    await page.screenshot({ path: `/tmp/three-${name}-${colorScheme}.png` })
    found.push(...(await violations(page)).map((line) => `${colorScheme} ${name} ${line}`))
    writeFileSync('/tmp/three-axe.txt', [...found, ...problems].join('\n'))
  }
  const attempt = async (name: string, run: () => Promise<unknown>) => { try { await run() } catch (problem) { found.push(`${name} FAILED ${String(problem).slice(0, 300)}`); writeFileSync('/tmp/three-axe.txt', [...found, ...problems].join('\n')) } }
  page.setDefaultTimeout(8000)
  const frameworks = (p: Page) => p.getByRole('link', { name: '指标体系', exact: true }).click()
  await openSample(page, '示例单位（虚构）')
  await attempt('indicators', async () => {
    await page.getByRole('link', { name: '指标', exact: true }).click()
    await page.getByText('怎么得出的').waitFor()
    await page.locator('details.ways summary').click()
    await page.locator('details.adjust summary').first().click()
    await shot('indicators')
    await page.getByText('复核得分').last().click()
    for (const one of await page.locator('aside details summary').all()) await one.click()
    await page.locator('aside details.cut').scrollIntoViewIfNeeded()
    await shot('reviewer')
    await page.getByRole('region', { name: '失分分析' }).scrollIntoViewIfNeeded()
    await shot('losses')
    await page.getByRole('button', { name: '测算' }).click()
    await page.getByLabel(/^在职人员.*现为/).fill('58')
    await shot('whatif')
    await page.getByRole('button', { name: '结束测算' }).click()
    await page.locator('tr[data-line="institutions"]').click()
    await shot('checklist')
  })
  await attempt('browse', async () => {
    await frameworks(page)
    await page.getByRole('heading', { name: '湖南 10/60/30（2017）' }).waitFor()
    await shot('browse')
    await page.getByRole('link', { name: /项目绩效评价框架/ }).click()
    await shot('browse-grades')
  })
  await attempt('compare', async () => {
    await frameworks(page)
    await page.getByRole('link', { name: '对照', exact: true }).click()
    await page.getByText('只看不同').waitFor()
    await page.getByLabel('右边的指标体系').selectOption({ index: 2 })
    await page.getByLabel('左边的指标体系').selectOption({ index: 4 })
    await shot('compare')
  })
  await attempt('read', async () => {
    await frameworks(page)
    await page.getByRole('link', { name: '读入指标表' }).click()
    await shot('read-start')
    const text = unknownProvince.rows.map((row) => row.map((cell) => (/\n/.test(cell) ? `"${cell}"` : cell)).join('\t')).join('\r\n')
    await page.getByPlaceholder('点这里，按 Ctrl+V').evaluate((area, pasted) => {
      const data = new DataTransfer()
      data.setData('text/plain', pasted)
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)
    await page.getByText('读出 9 个指标').waitFor()
    await shot('read')
    await page.getByRole('button', { name: /没有收/ }).click()
    await shot('read-rejected')
    await page.getByRole('button', { name: '换一张表' }).click()
  })
  await attempt('edit', async () => {
    await frameworks(page)
    await page.getByRole('button', { name: '复制后修改' }).click()
    await page.getByRole('heading', { name: '编辑指标体系' }).waitFor()
    await page.getByLabel(/^等级/).fill('优 90，良')
    await page.getByLabel(/^等级/).blur()
    await page.getByLabel(/^算式/).fill('在职')
    await page.getByRole('listbox').getByRole('option').first().waitFor()
    await shot('edit-complete')
    await page.keyboard.press('Escape')
    await page.getByLabel(/^算式/).fill('在职人员数 / 编制')
    await shot('edit-error')
    for (const kind of ['bandTable', 'caseTable', 'bestOf', 'aggregate', 'deadline']) {
      await page.locator('aside select').filter({ has: page.locator(`option[value="${kind}"]`) }).first().selectOption(kind)
      if (kind === 'subindicators') await page.getByLabel('由绩效目标表给出指标').check()
      if (kind === 'caseTable') { await page.getByLabel('一票否决').check(); await page.getByRole('button', { name: '＋ 加一预警（不扣分）' }).click() }
      await page.locator('aside h3').first().scrollIntoViewIfNeeded()
      await page.locator('aside').evaluate((aside) => { aside.scrollTop = 150 })
      await shot(`edit-${kind}`)
    }
    await page.getByRole('link', { name: '完成', exact: true }).click()
    await shot('own')
    await page.getByRole('button', { name: '用于当前评价' }).click()
    await shot('use')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '版本' }).click()
    await page.getByLabel(/^定稿说明/).fill('报县局稿')
    await page.getByRole('button', { name: '把现在的内容定为新版本' }).click()
    await shot('versions')
    await page.keyboard.press('Escape')
  })
  await attempt('goals', async () => {
    await toForm(page, '绩效目标')
    const rows = [['部门整体支出绩效目标表'], ['一级指标', '二级指标', '三级指标', '指标值', '计量单位', '分值'], ['产出指标', '数量指标', '办件量', '≥12', '万件', '30'], ['产出指标', '成本指标', '培训支出', '≤3.5', '万元', '20'], ['效益指标', '社会效益', '', '明显提高', '', '']]
    await page.getByLabel('选择绩效目标表文件').setInputFiles({ name: '绩效目标表.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytesOf(madeBook({ 附件: { rows } }))) })
    await page.getByRole('dialog').waitFor()
    await shot('goals')
    await page.getByRole('button', { name: '取消' }).click()
  })
  await attempt('help', async () => { await page.goto(page.url().replace(/#.*/, '#/help/frameworks')); await shot('help') })
  await context.close()
}, 300_000)
