import { chromium, type Browser, type LaunchOptions } from 'playwright-core'
import { countingProxy } from './countingProxy'

/** Where Chromium itself asks for updates and accounts, whatever it is told; a page that did so would be in the list of requests. */
const OF_THE_BROWSER = /^(?:https?:\/\/)?[\w.-]+\.(?:google|googleapis|gstatic|gvt1|gvt2)\.com(?:[:/]|$)/

const strayOf = new WeakMap<Browser, readonly string[]>()

/** Starts a browser behind a proxy that lets nothing out and notes what was tried: no listener of ours can miss it. */
export async function launchWatched(options: LaunchOptions): Promise<Browser> {
  const proxy = await countingProxy()
  // Playwright's own proxy option would send the machine's own addresses through it too.
  const browser = await chromium.launch({ ...options, headless: true, args: [...(options.args ?? []), `--proxy-server=${proxy.address}`] })
  strayOf.set(browser, proxy.stray)
  browser.on('disconnected', () => proxy.stop())
  return browser
}

/** What a browser asked of other machines so far. Throws for one that is not watched. */
export function strayRequests(browser: Browser): readonly string[] {
  const stray = strayOf.get(browser)
  if (!stray) throw new Error('start the browser by launchWatched')
  return stray.filter((one) => !OF_THE_BROWSER.test(one))
}
