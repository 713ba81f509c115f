import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { launchWatched } from './watchedBrowser'

/** Whether the old browser from npm runs here. */
export const hasOldBrowser = process.platform === 'linux' && process.arch === 'x64'

/** The old engines from npm: the oldest the page supports, and the age most domestic browsers have. */
export type OldEngine = 103 | 110

/** Unpacks an engine once, beside nothing else: the package's own way would meet the newer one in the same place. */
function unpacked(engine: OldEngine): string {
  const folder = join(tmpdir(), `hengji-chromium-${engine}`)
  if (existsSync(join(folder, 'chromium'))) return folder
  const packed = join(dirname(createRequire(import.meta.url).resolve(`chromium-${engine}`)), '..', 'bin')
  mkdirSync(join(folder, 'libraries'), { recursive: true })
  execFileSync('tar', ['-x', '-C', join(folder, 'libraries')], { input: brotliDecompressSync(readFileSync(join(packed, 'aws.tar.br'))) })
  writeFileSync(join(folder, 'chromium.part'), brotliDecompressSync(readFileSync(join(packed, 'chromium.br'))))
  chmodSync(join(folder, 'chromium.part'), 0o755)
  renameSync(join(folder, 'chromium.part'), join(folder, 'chromium'))
  return folder
}

/** Starts one. Playwright's own checks of visibility need 105: in 103 a journey looks and clicks by itself. */
export function startOldBrowser(engine: OldEngine = 110): Promise<Browser> {
  const folder = unpacked(engine)
  const fonts: Record<string, string> = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'libraries') }
  const libraries = [join(folder, 'libraries', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  const environment = Object.fromEntries(Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
  return launchWatched({
    executablePath: join(folder, 'chromium'), env: { ...environment, ...fonts, LD_LIBRARY_PATH: libraries },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
}
