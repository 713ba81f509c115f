import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { foundingWalk } from '../support/foundingWalk'
import { openApp, openSample, startBrowser, toForm } from '../support/journey'
import { nextBuild } from '../support/nextBuild'
import { staticHost, type StaticHost } from '../support/staticHost'

let browser: Browser
const later = mkdtempSync(join(tmpdir(), 'hengji-next-'))
const hosts: StaticHost[] = []
beforeAll(async () => {
  browser = await startBrowser()
  nextBuild(inject('dist'), later)
})
afterAll(async () => {
  await browser.close()
  for (const host of hosts) await host.stop().catch(() => {})
  rmSync(later, { recursive: true, force: true })
})

async function hosted(): Promise<StaticHost> {
  const host = await staticHost(inject('dist'))
  hosts.push(host)
  return host
}

const entryOf = (folder: string): string => /assets\/index-[\w-]+\.js/.exec(readFileSync(join(folder, 'index.html'), 'utf8'))?.[0] ?? ''
const shownEntry = (page: Page) => page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type="module"]')?.getAttribute('src') ?? '')
const quotaOf = (page: Page) => page.getByRole('textbox', { name: '编制数' })

/** Waits until the service worker has every file and serves this page. */
async function installed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while (!navigator.serviceWorker.controller) await new Promise((done) => { setTimeout(done, 50) })
  })
}

describe('the page under a sub-path, installed', () => {
  it('passes the founding journey with its server stopped', async () => {
    const host = await hosted()
    const { page, context, problems, attempts } = await openApp(browser, '', undefined, { address: host.address, serviceWorkers: 'allow' })
    await installed(page)
    expect(attempts()).toEqual({ foreign: [], stray: [], refused: [] })
    await host.stop()
    await page.reload()
    await foundingWalk(page)
    await page.getByRole('link', { name: '数据', exact: true }).click()
    await page.getByText('离线可用').first().waitFor()
    expect(problems).toEqual([])
    await context.close()
  })

  it('goes on working when a new version is deployed, asks, saves, and comes back as the new version with all data', async () => {
    const host = await hosted()
    const { page, context, problems } = await openApp(browser, '', undefined, { address: host.address, serviceWorkers: 'allow', folders: [inject('dist'), later] })
    await installed(page)
    await openSample(page, '岳麓区信息中心 2020')
    await toForm(page, '基础数据表')
    host.serve(later)
    await page.evaluate(async () => { await (await navigator.serviceWorker.ready).update() })
    await page.getByText('新版本已经下载好').waitFor()
    for (const link of ['指标', '校验', '报告', '报告核对']) await page.getByRole('link', { name: link, exact: true }).click()
    await page.getByText('把报告拖到这里').waitFor()
    await toForm(page, '基础数据表')
    expect(await shownEntry(page)).toContain(entryOf(inject('dist')))
    await quotaOf(page).fill('7')
    await page.getByRole('button', { name: '保存并更新' }).click()
    await expect.poll(() => shownEntry(page).catch(() => ''), { timeout: 20_000 }).toContain(entryOf(later))
    await quotaOf(page).waitFor()
    expect(await quotaOf(page).inputValue()).toBe('7')
    await page.getByRole('link', { name: '报告', exact: true }).click()
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('the page without a service worker (plain http on an intranet)', () => {
  it('says so when a newer version took its files away, keeps what was typed, and reloads into the new one', async () => {
    const host = await hosted()
    const { page, context } = await openApp(browser, '', undefined, { address: host.address, folders: [inject('dist'), later] })
    await openSample(page, '岳麓区信息中心 2020')
    await toForm(page, '基础数据表')
    host.serve(later)
    await quotaOf(page).fill('6')
    await page.getByRole('link', { name: '报告核对', exact: true }).click()
    await page.getByText('服务器上已换成新版本').waitFor()
    await page.getByRole('button', { name: '保存并刷新' }).click()
    await expect.poll(() => shownEntry(page).catch(() => ''), { timeout: 20_000 }).toContain(entryOf(later))
    await page.getByRole('link', { name: '工作台', exact: true }).click()
    await page.getByRole('link', { name: '岳麓区信息中心' }).click()
    await toForm(page, '基础数据表')
    expect(await quotaOf(page).inputValue()).toBe('6')
    await context.close()
  })
})
