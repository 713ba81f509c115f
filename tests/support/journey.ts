import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'
import { findBrowser } from './findBrowser'

/** A page under test, with everything it said and asked for. */
export interface Journey {
  readonly page: Page
  readonly context: BrowserContext
  /** Console errors, page errors and broken policies. */
  readonly problems: string[]
  /** Every request of the context, workers and service workers included. */
  readonly requests: { readonly method: string; readonly url: string; readonly body: boolean }[]
}

/** Starts the browser for a file of journeys. */
export async function startBrowser(): Promise<Browser> {
  const { executablePath, args } = await findBrowser()
  return chromium.launch({ executablePath, args: [...args], headless: true })
}

/** Listens to a page. */
function listen(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
}

/** Requests that ask for more than the page's own files: another place, another method, a body, a query. */
export const foreign = (requests: Journey['requests'], address: string): Journey['requests'] => {
  const own = address.startsWith('file:') ? address : new URL('.', address).href
  return requests.filter(({ method, url, body }) => !/^(blob|data):/.test(url) && (method !== 'GET' || body || !url.startsWith(own) || url.includes('?')))
}

/** Where else the page is opened from, and whether its service worker is let in (it fetches seventy files: only where it matters). */
export interface OpenOptions {
  readonly address?: string
  readonly serviceWorkers?: 'allow' | 'block'
}

/** Opens the built page in a fresh profile (or in `context`, as another tab). */
export async function openApp(browser: Browser, hash = '', context?: BrowserContext, { address = inject('address'), serviceWorkers = 'block' }: OpenOptions = {}): Promise<Journey> {
  const own = context ?? (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', acceptDownloads: true, serviceWorkers }))
  const problems: string[] = []
  const requests: Journey['requests'] = []
  own.on('request', (request) => requests.push({ method: request.method(), url: request.url(), body: request.postData() !== null }))
  if (!context) onTestFinished(() => { expect(foreign(requests, address), 'requests to anywhere but the page’s own files').toEqual([]) })
  const page = await own.newPage()
  listen(page, problems)
  await page.goto(`${address}${hash}`)
  await page.getByRole('link', { name: '工作台', exact: true }).waitFor()
  return { page, context: own, problems, requests }
}

/** 打开示例 → one of the two. */
export async function openSample(page: Page, name: '岳麓区信息中心 2020' | '示例单位（虚构）'): Promise<void> {
  await page.getByRole('link', { name: '工作台', exact: true }).click()
  await page.getByRole('button', { name: '打开示例' }).click()
  await page.getByRole('menuitem', { name }).click()
  await page.getByRole('link', { name: '单位概况' }).waitFor()
}

/** Goes to a form of the open evaluation. */
export async function toForm(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: '填报', exact: true }).click()
  await page.getByRole('navigation', { name: '填报表' }).getByRole('link', { name }).click()
}
