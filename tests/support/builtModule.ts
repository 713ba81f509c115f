import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

/** A module of the source as the page runs it: built, not transformed for tests. `entry` is its path from the root. */
export async function builtModule<T>(entry: string): Promise<T> {
  const root = join(import.meta.dirname, '../..')
  const outDir = mkdtempSync(join(tmpdir(), 'hengji-built-'))
  await build({ root, configFile: false, logLevel: 'error', build: { ssr: entry, outDir, emptyOutDir: true, target: 'node20', minify: false, rolldownOptions: { output: { entryFileNames: 'built.mjs' } } } })
  return await import(/* @vite-ignore */ pathToFileURL(join(outDir, 'built.mjs')).href) as T
}
