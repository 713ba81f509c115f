import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from 'vite'
import { foundingWalk } from '../support/foundingWalk'
import { openApp, startBrowser } from '../support/journey'
import { hasOldBrowser, startOldBrowser } from '../support/oldBrowser'
import { pdfFile } from '../support/pdfFile'

const folder = mkdtempSync(join(tmpdir(), 'hengji-single-'))
// A folder as people name them.
const file = join(folder, '衡绩 2025 (1).html')
const address = pathToFileURL(file).href

beforeAll(async () => {
  const environment = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  await build({ mode: 'single', logLevel: 'error', build: { outDir: join(folder, 'built') } })
  process.env['NODE_ENV'] = environment
  copyFileSync(join(folder, 'built', 'hengji.html'), file)
})
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

it('is one page whose policy names its script and style by their hashes', () => {
  const html = readFileSync(file, 'utf8')
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
  expect(policy).toMatch(/script-src 'sha256-[^ ]+';/)
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(html).not.toMatch(/<script[^>]*\ssrc=|<link rel="(stylesheet|modulepreload|manifest)"/)
})

const engines: readonly (readonly [name: string, start: () => Promise<Browser>])[] = [['the browser of this machine', startBrowser], ...(hasOldBrowser ? [['Chromium 110', () => startOldBrowser()] as const] : [])]

describe.each(engines)('one HTML file opened by double click in %s', (_, start) => {
  let browser: Browser
  beforeAll(async () => { browser = await start() })
  afterAll(() => browser.close())

  it('passes the founding journey, reads a PDF, and asks for nothing but itself', async () => {
    const { page, context, problems, requests } = await openApp(browser, '', undefined, { address })
    await foundingWalk(page)
    await page.getByRole('link', { name: '报告核对', exact: true }).click()
    const pdf = pdfFile([{ words: [[72, 700, '支出合计800万元，其中：基本支出300万元，项目支出450万元。']] }])
    await page.getByLabel('选择报告文件').setInputFiles({ name: '报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) })
    await page.getByText('合计不等于分项之和').waitFor()
    expect(new Set(requests.map(({ url }) => url.replace(/#.*$/, '')).filter((url) => !/^(blob|data):/.test(url)))).toEqual(new Set([address]))
    expect(problems).toEqual([])
    await context.close()
  })
})
