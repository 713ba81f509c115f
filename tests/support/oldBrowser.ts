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

/** Unpacks Chromium 110 once, beside nothing else: the package's own way would meet the newer one in the same place. */
function unpacked(): string {
  const folder = join(tmpdir(), 'hengji-chromium-110')
  if (existsSync(join(folder, 'chromium'))) return folder
  const packed = join(dirname(createRequire(import.meta.url).resolve('chromium-110')), '..', 'bin')
  mkdirSync(join(folder, 'libraries'), { recursive: true })
  execFileSync('tar', ['-x', '-C', join(folder, 'libraries')], { input: brotliDecompressSync(readFileSync(join(packed, 'aws.tar.br'))) })
  writeFileSync(join(folder, 'chromium.part'), brotliDecompressSync(readFileSync(join(packed, 'chromium.br'))))
  chmodSync(join(folder, 'chromium.part'), 0o755)
  renameSync(join(folder, 'chromium.part'), join(folder, 'chromium'))
  return folder
}

/** Chromium 110, the age of the domestic browsers of these desks. */
export function startOldBrowser(): Promise<Browser> {
  const folder = unpacked()
  const fonts: Record<string, string> = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'libraries') }
  const libraries = [join(folder, 'libraries', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  const environment = Object.fromEntries(Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
  return launchWatched({
    executablePath: join(folder, 'chromium'), env: { ...environment, ...fonts, LD_LIBRARY_PATH: libraries },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
}
