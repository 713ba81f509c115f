import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openApp, openSample, startBrowser } from '../support/journey'

let browser: Browser
beforeAll(async () => { browser = await startBrowser() })
afterAll(() => browser.close())

const ELSEWHERE = 'http://elsewhere.example/collect'

/** Everything a page or a worker could send with. */
const send = (to: string): Promise<void> => (async () => {
  await fetch(to, { method: 'POST', body: 'x' }).catch(() => {})
  try {
    const socket = new WebSocket(to.replace('http', 'ws'))
    socket.addEventListener('error', () => socket.close())
  } catch {
    // Refused at once.
  }
})()

async function sendFromAll(page: Page, to: string): Promise<void> {
  await page.evaluate(send, to)
  await page.evaluate((address) => {
    navigator.sendBeacon(address, 'x')
    const image = new Image()
    image.src = `${address}?image`
    const style = document.createElement('link')
    style.rel = 'stylesheet'
    style.href = `${address}?style`
    document.head.append(style)
  }, to)
  for (const worker of page.workers()) await worker.evaluate(send, to)
}

/** A worker of the page that is alive: the one that wrote a workbook. */
async function withWorker(page: Page): Promise<void> {
  await openSample(page, '岳麓区信息中心 2020')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  await saved
  expect(page.workers()).toHaveLength(1)
}

describe('the watch over every journey', () => {
  it('sees what page and worker send where no policy holds them back, and a file of our own host that is none of ours', async () => {
    const { page, context, attempts } = await openApp(browser, '', undefined, { watched: 'withoutPolicy' })
    await withWorker(page)
    expect(attempts()).toEqual({ foreign: [], stray: [], refused: [] })
    // The worker's blob carried the policy's absence with it; so its own fetches go out too.
    await sendFromAll(page, ELSEWHERE)
    await page.evaluate(() => fetch('SHA256SUMS.txt').catch(() => {}))
    await page.evaluate(() => fetch('index.html?x=1').catch(() => {}))
    const seen = attempts()
    expect(seen.foreign.filter(({ method, url }) => method === 'POST' && url === ELSEWHERE).length).toBeGreaterThanOrEqual(2)
    expect(seen.foreign.map(({ url }) => url)).toEqual(expect.arrayContaining([`${ELSEWHERE}?image`, `${ELSEWHERE}?style`, new URL('SHA256SUMS.txt', inject('address')).href, new URL('index.html?x=1', inject('address')).href]))
    expect(seen.stray.filter((url) => url.includes('elsewhere.example')).length).toBeGreaterThanOrEqual(4)
    await context.close()
  })
})

describe('the watch over a service worker', () => {
  it('sees each file it fetches, and what it would send elsewhere', async () => {
    const { page, context, requests, attempts } = await openApp(browser, '', undefined, { watched: 'underPolicy', serviceWorkers: 'allow' })
    await page.evaluate(async () => { await navigator.serviceWorker.ready })
    expect(new Set(requests.map(({ url }) => url).filter((url) => url.includes('/assets/'))).size).toBeGreaterThan(40)
    const before = attempts()
    expect([before.foreign, before.refused]).toEqual([[], []])
    await context.serviceWorkers()[0]!.evaluate(() => fetch('http://elsewhere.example/from-service-worker').catch(() => {}))
    expect(attempts().stray.slice(before.stray.length)).toEqual(['http://elsewhere.example/from-service-worker'])
    await context.close()
  })
})

describe('under the policy', () => {
  it('nothing that page or worker sends goes out, not even to their own host, and each attempt is told', async () => {
    const { page, context, requests, attempts } = await openApp(browser, '', undefined, { watched: 'underPolicy' })
    await withWorker(page)
    const before = attempts().stray.length
    await sendFromAll(page, ELSEWHERE)
    await sendFromAll(page, new URL('index.html', inject('address')).href)
    const seen = attempts()
    expect(seen.refused.length).toBeGreaterThanOrEqual(8)
    expect(seen.refused.filter((one) => one.includes('of a worker: connect-src'))).not.toEqual([])
    expect(seen.stray.slice(before)).toEqual([])
    expect(requests.filter(({ method, body }) => method !== 'GET' || body)).toEqual([])
    await context.close()
  })
})
