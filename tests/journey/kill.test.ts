import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { findBrowser } from '../support/findBrowser'
import { openSample, toForm } from '../support/journey'

/** How often the browser is killed: a few times here; KILL_RUNS=300 for the whole proof. */
const RUNS = Number(process.env['KILL_RUNS'] ?? 2)

const profile = mkdtempSync(join(tmpdir(), 'hengji-kill-'))
const running = new Set<ChildProcess>()

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds) })

/** A real browser on the profile, which can be killed as a whole. */
async function start(): Promise<{ readonly browser: Browser; readonly kill: () => Promise<void> }> {
  const { executablePath, args } = await findBrowser()
  const portFile = join(profile, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  const child = spawn(executablePath, [...args, '--headless=new', `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'], { stdio: 'ignore', detached: true })
  running.add(child)
  const ended = new Promise<void>((resolve) => { child.on('exit', () => resolve()) })
  for (let waited = 0; !existsSync(portFile) || readFileSync(portFile, 'utf8') === ''; waited += 50) {
    if (waited > 20_000) throw new Error('the browser did not start')
    await pause(50)
  }
  const port = Number(readFileSync(portFile, 'utf8').split('\n')[0])
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  return {
    browser,
    async kill() {
      // The group: renderer, network and storage processes die with the browser.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      await ended
      running.delete(child)
      await browser.close().catch(() => {})
    },
  }
}

async function openPage(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0] ?? await browser.newContext()
  const page = await context.newPage()
  await page.goto(inject('address'))
  await page.getByRole('link', { name: '工作台', exact: true }).waitFor()
  return page
}

const quotaOf = (page: Page) => page.getByRole('textbox', { name: '编制数' })

let last = 0
beforeAll(async () => {
  const { browser, kill } = await start()
  const page = await openPage(browser)
  await openSample(page, '岳麓区信息中心 2020')
  await page.getByText(/已保存/).waitFor()
  // A database just made is given time to reach the disk; what is killed later are edits, not the browser's first start.
  await pause(3000)
  await kill()
})
afterAll(() => {
  for (const child of running) if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

it(`no edit that was shown as saved is missing after the browser is killed, ${RUNS} times`, async () => {
  const lost: string[] = []
  let shown = last
  let typed = last
  for (let run = 0; run < RUNS; run++) {
    const { browser, kill } = await start()
    const page = await openPage(browser)
    await openSample(page, '岳麓区信息中心 2020')
    await toForm(page, '基础数据表')
    await quotaOf(page).waitFor()
    const kept = Number(await quotaOf(page).inputValue())
    if (run > 0 && (kept < shown || kept > typed)) lost.push(`run ${run}: found ${kept}, shown as saved ${shown}, typed ${typed}`)
    last = Math.max(typed, kept)
    const seen: number[] = []
    await page.exposeFunction('shownAsSaved', (value: number) => { seen.push(value) })
    await page.evaluate(() => {
      const look = (): void => {
        const cell = document.querySelector<HTMLInputElement>('input[aria-label="编制数"]') ?? document.activeElement as HTMLInputElement
        const status = document.querySelector('[role="status"]')?.textContent ?? ''
        if (status.includes('已保存')) (window as unknown as { shownAsSaved: (value: number) => void }).shownAsSaved(Number(cell.value))
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    const until = Date.now() + 200 + Math.random() * 1200
    const typing = (async () => {
      while (Date.now() < until) {
        typed = ++last
        await quotaOf(page).fill(String(typed))
        await pause(Math.random() * 40)
      }
    })().catch(() => {})
    await Promise.race([typing, pause(until - Date.now())])
    await kill()
    await typing
    shown = Math.max(kept, ...seen)
  }
  expect(lost).toEqual([])
  console.log(`killed ${RUNS} times; last typed ${typed}, last shown as saved ${shown}`)
}, 30_000 + RUNS * 20_000)
