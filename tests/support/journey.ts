import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'
import { findBrowser } from './findBrowser'
import { launchWatched, strayRequests } from './watchedBrowser'

/** A page under test, with everything it said and asked for. */
export interface Journey {
  readonly page: Page
  readonly context: BrowserContext
  /** Console errors, page errors and broken policies. */
  readonly problems: string[]
  /** Every request of the context, workers and service workers included. */
  readonly requests: { readonly method: string; readonly url: string; readonly body: boolean }[]
  /** What was attempted beyond the page's own files so far; no journey ends well with any. */
  readonly attempts: () => Attempts
}

/** Starts the browser for a file of journeys. */
export async function startBrowser(): Promise<Browser> {
  const { executablePath, args } = await findBrowser()
  return launchWatched({ executablePath, args: [...args] })
}

/** Listens to a page. */
function listen(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
}

/** The files of a build that the page may ask for; what lies beside them for people (digests, list of software) is none. */
const filesOf = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name))).filter((name) => /^(assets\/.*|index\.html|sw\.js|manifest\.webmanifest|icon\.svg)$/.test(name))

/** Requests beyond the files of the builds: by name, plain GETs, neither body nor query; and what the page made itself (blob, data). */
export function foreign(requests: Journey['requests'], address: string, folders: readonly string[]): Journey['requests'] {
  const own = new Set(address.startsWith('file:') ? [address] : ['', ...folders.flatMap(filesOf)].map((name) => new URL(name, address).href))
  return requests.filter(({ method, url, body }) => !/^(blob|data):/.test(url) && (method !== 'GET' || body || !own.has(url.replace(/#.*$/, ''))))
}

/** Attempts the policy refused, in the page and in its workers: they reach no network, so no list of requests has them. */
function listenForRefusals(page: Page, refused: string[]): void {
  page.on('console', (message) => { if (/Content Security Policy|Trusted ?Type/i.test(message.text())) refused.push(message.text()) })
  page.on('worker', (worker) => {
    worker.evaluate(() => self.addEventListener('securitypolicyviolation', (event) => console.error(`Content Security Policy of a worker: ${event.effectiveDirective} ${event.blockedURI}`))).catch(() => {})
  })
}

/** Where else the page is opened from, and whether its service worker is let in (it fetches seventy files: only where it matters). */
export interface OpenOptions {
  readonly address?: string
  readonly serviceWorkers?: 'allow' | 'block'
  /** The builds whose files may be asked for. */
  readonly folders?: readonly string[]
  /** For the test of this watch itself: attempts are listed, not refused; without the policy they go out. */
  readonly watched?: 'underPolicy' | 'withoutPolicy'
}

/** What was asked for beyond the page's own files, and what the policy refused. */
export interface Attempts {
  readonly foreign: Journey['requests']
  readonly stray: readonly string[]
  readonly refused: readonly string[]
}

/** Opens the built page in a fresh profile (or in `context`, as another tab). */
export async function openApp(browser: Browser, hash = '', context?: BrowserContext, { address = inject('address'), serviceWorkers = 'block', folders = [inject('dist')], watched }: OpenOptions = {}): Promise<Journey> {
  const own = context ?? (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', acceptDownloads: true, serviceWorkers, bypassCSP: watched === 'withoutPolicy' }))
  const problems: string[] = []
  const requests: Journey['requests'] = []
  own.on('request', (request) => requests.push({ method: request.method(), url: request.url(), body: request.postData() !== null }))
  const page = await own.newPage()
  const refused: string[] = []
  listenForRefusals(page, refused)
  page.on('dialog', (dialog) => { problems.push(`dialog: ${dialog.message()}`); void dialog.dismiss() })
  const attempts = (): Attempts => ({ foreign: foreign(requests, address, folders), stray: strayRequests(browser), refused })
  if (!watched) onTestFinished(() => { expect(attempts(), 'asked for beyond the page’s own files').toEqual({ foreign: [], stray: [], refused: [] }) })
  listen(page, problems)
  await page.goto(`${address}${hash}`)
  await page.getByRole('link', { name: '工作台', exact: true }).waitFor()
  return { page, context: own, problems, requests, attempts }
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
