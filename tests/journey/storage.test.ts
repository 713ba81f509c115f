import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openApp, openSample, startBrowser, toForm } from '../support/journey'

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(() => browser.close())

const quotaOf = (page: Page) => page.getByRole('textbox', { name: '编制数' })

async function opened() {
  const journey = await openApp(browser)
  await openSample(journey.page, '岳麓区信息中心 2020')
  await toForm(journey.page, '基础数据表')
  await quotaOf(journey.page).waitFor()
  return journey
}
/** Another page of the same origin, without the app. */
async function bare(page: Page): Promise<Page> {
  const other = await page.context().newPage()
  await other.goto(new URL('icon.svg', inject('address')).href)
  return other
}
async function valueAfterReload(page: Page): Promise<string> {
  await page.reload()
  await quotaOf(page).waitFor()
  return quotaOf(page).inputValue()
}

/** QUOTA=real has the browser itself run out of room: it asks for its quota only every half a minute. */
const REAL_QUOTA = process.env['QUOTA'] === 'real'

async function realQuota(page: Page) {
  const session = await page.context().newCDPSession(page)
  const origin = new URL(inject('address')).origin
  return {
    none: () => session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 }),
    again: () => session.send('Storage.overrideQuotaForOrigin', { origin }),
  }
}
/** Writes fail as the browser fails them. */
async function feignedQuota(page: Page) {
  return {
    none: () => page.evaluate(() => {
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }
      Object.assign(window, { giveRoom: () => { IDBObjectStore.prototype.put = put } })
    }),
    again: () => page.evaluate(() => (window as unknown as { giveRoom: () => void }).giveRoom()),
  }
}

describe('when the browser’s storage fails in the middle', () => {
  it('for want of room: it is said, the edit stays on the screen, and is saved when there is room again', async () => {
    const { page, context } = await openApp(browser)
    const room = REAL_QUOTA ? await realQuota(page) : await feignedQuota(page)
    await openSample(page, '岳麓区信息中心 2020')
    await toForm(page, '基础数据表')
    const full = page.getByText('存储空间已满').first()
    await room.none()
    let typed = 0
    // The browser asks for its own quota only every half a minute. Once it has, nothing more can be typed until there is room.
    for (const until = Date.now() + 80_000; Date.now() < until && !(await full.isVisible()); typed++) await quotaOf(page).fill(String(typed), { timeout: 5000 }).catch(() => {})
    await full.waitFor()
    typed = Number(await quotaOf(page).inputValue())
    await room.again()
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByText(/● 已保存/).waitFor()
    expect(await valueAfterReload(page)).toBe(String(typed))
    await context.close()
  })

  it('because the browser aborts each transaction: it is said, the edit stays on the screen, and is saved by itself when it no longer does', async () => {
    const { page, context } = await opened()
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = function (...given) {
        const request = put.apply(this, given)
        request.addEventListener('success', () => { if (request.transaction?.error === null) request.transaction.abort() })
        return request
      }
      Object.assign(window, { heal: () => { IDBObjectStore.prototype.put = put } })
    })
    await quotaOf(page).fill('6')
    await page.getByText('没有保存：保存失败，修改还在本页中').waitFor()
    expect([await quotaOf(page).inputValue(), await page.getByText(/● 已保存/).count()]).toEqual(['6', 0])
    await page.evaluate(() => (window as unknown as { heal: () => void }).heal())
    await page.getByText(/● 已保存/).waitFor()
    expect(await valueAfterReload(page)).toBe('6')
    await context.close()
  })

  it('because the connection was closed under it: the page opens it anew, and the edit is saved', async () => {
    const { page, context } = await opened()
    await context.addInitScript(() => {
      const { open } = IDBFactory.prototype
      const connections: IDBDatabase[] = []
      Object.assign(window, { connections })
      IDBFactory.prototype.open = function (...given) {
        const request = open.apply(this, given)
        request.addEventListener('success', () => connections.push(request.result))
        return request
      }
    })
    await page.reload()
    await quotaOf(page).waitFor()
    const connections = () => page.evaluate(() => (window as unknown as { connections: readonly IDBDatabase[] }).connections.length)
    const before = await connections()
    expect(before).toBeGreaterThan(0)
    await page.evaluate(() => { for (const one of (window as unknown as { connections: readonly IDBDatabase[] }).connections) one.close() })
    await quotaOf(page).fill('6')
    await expect.poll(connections).toBeGreaterThan(before)
    await page.getByText(/● 已保存/).waitFor()
    expect(await valueAfterReload(page)).toBe('6')
    await context.close()
  })

  it('because the database was deleted: the window writes its evaluation anew and says so', async () => {
    const { page, context } = await opened()
    const other = await bare(page)
    await other.evaluate(() => new Promise((done, fail) => {
      const request = indexedDB.deleteDatabase('hengji')
      request.addEventListener('success', done)
      request.addEventListener('error', fail)
    }))
    await quotaOf(page).fill('6')
    await page.getByText('已用本窗口中的内容重新保存').waitFor()
    await page.getByText(/● 已保存/).waitFor()
    expect(await valueAfterReload(page)).toBe('6')
    await context.close()
  })

  it('because the user cleared the site’s data: nothing on the screen is lost', async () => {
    const { page, context } = await opened()
    const session = await context.newCDPSession(page)
    await session.send('Storage.clearDataForOrigin', { origin: new URL(inject('address')).origin, storageTypes: 'indexeddb' })
    await quotaOf(page).fill('6')
    await page.getByText(/● 已保存/).waitFor()
    expect(await valueAfterReload(page)).toBe('6')
    await context.close()
  })

  it('because a newer version took the database: the page is read-only and says what to do; the newer data is untouched after a reload', async () => {
    const { page, context } = await opened()
    const other = await bare(page)
    await other.evaluate(() => new Promise<void>((done, fail) => {
      const request = indexedDB.open('hengji', 9999)
      request.addEventListener('success', () => { request.result.close(); done() })
      request.addEventListener('error', fail)
    }))
    await page.getByText('新版本已在另一个窗口打开').first().waitFor()
    await page.reload()
    await page.getByText('由更新版本的衡绩保存').first().waitFor()
    expect(await other.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'hengji')?.version)).toBe(9999)
    await context.close()
  })

  it('and all of it is gone at the next start: the desk offers recovery and names the last backup', async () => {
    const { page, context } = await opened()
    await page.getByRole('link', { name: '数据', exact: true }).click()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '备份全部数据' }).click()
    const backup = await saved
    await page.getByText(/最近备份：\d/).first().waitFor()
    const other = await bare(page)
    await page.close()
    await other.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase('hengji').addEventListener('success', done) }))
    const next = await context.newPage()
    await next.goto(inject('address'))
    await next.getByText(backup.suggestedFilename()).waitFor()
    expect(await next.getByRole('alert').innerText()).toContain('现在是空的')
    await next.getByRole('alert').getByRole('link', { name: '从备份恢复' }).click()
    await next.getByLabel('选择备份文件').setInputFiles(await backup.path().then(async (path) => ({ name: 'b.hengji.zip', mimeType: 'application/zip', buffer: (await import('node:fs')).readFileSync(path) })))
    await next.getByRole('button', { name: '恢复所选 1 份' }).click()
    await next.getByText('上次这里有数据').waitFor({ state: 'detached' })
    await next.getByRole('link', { name: '工作台', exact: true }).click()
    await next.getByRole('link', { name: '岳麓区信息中心' }).waitFor()
    await context.close()
  })
})
