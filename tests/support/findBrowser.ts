import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

/** How a browser is started for the journeys. */
export interface BrowserStart {
  readonly executablePath: string
  readonly args: readonly string[]
  /** Where it was found. */
  readonly from: string
}

const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const SYSTEM = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const args = (): readonly string[] => [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...QUIET]

function installed(): string | null {
  const own = chromium.executablePath()
  return [own, ...SYSTEM].find((path) => path !== '' && existsSync(path)) ?? null
}

/** The browser from npm: real Chromium, with the libraries it needs, for a machine that has none (Linux x64). */
async function fromNpm(): Promise<BrowserStart> {
  // Read when the package is imported: without it the package does not unpack its own libraries.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
  const { default: packed } = await import('@sparticuz/chromium')
  // Made for a cloud function: in one process the browser would end with its first closed window.
  const wanted = packed.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote')
  return { executablePath: await packed.executablePath(), args: [...wanted, ...QUIET], from: '@sparticuz/chromium' }
}

/** CHROMIUM_PATH, else Playwright's own, else the system's, else the one from npm; throws with what to do where none runs. */
export async function findBrowser(): Promise<BrowserStart> {
  const wanted = process.env['CHROMIUM_PATH']
  if (wanted === 'npm') return fromNpm()
  if (wanted) return { executablePath: wanted, args: args(), from: 'CHROMIUM_PATH' }
  const path = installed()
  if (path !== null) return { executablePath: path, args: args(), from: path }
  if (process.platform === 'linux' && process.arch === 'x64') return fromNpm()
  throw new Error('No Chromium was found. Install Chrome or Edge, or set CHROMIUM_PATH to a Chromium executable.')
}
