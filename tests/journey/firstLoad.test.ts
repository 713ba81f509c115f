import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, inject, it } from 'vitest'

interface Chunk { readonly file: string; readonly imports?: readonly string[]; readonly isEntry?: boolean; readonly src?: string }
const MOST = 230 * 1024

/** The entry's chunks, and those that a screen adds, static imports followed. */
function chunksOf(manifest: { readonly [key: string]: Chunk }, keys: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const key of keys) visit(key)
  return files
}

describe('the first load', () => {
  const dist = inject('dist')
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as { readonly [key: string]: Chunk }
  const entry = Object.keys(manifest).find((key) => manifest[key]!.isEntry)!
  const files = [...chunksOf(manifest, [entry, 'src/ui/pages/desk/DeskPage.vue'])]
  const texts = files.map((file) => readFileSync(join(dist, file), 'utf8'))

  it('stays under 230 KB of compressed script', () => {
    const size = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)
    expect(size).toBeGreaterThan(40 * 1024)
    expect(size).toBeLessThan(MOST)
  })

  /** What only the libraries behind Excel, Word, PDF and charts contain. */
  const marks = ['xl/workbook.xml', 'word/document.xml', 'sheet_to_json', 'pdf.worker', 'zrender']
  const marksIn = (all: readonly string[]): readonly string[] => marks.filter((mark) => all.some((text) => text.includes(mark)))

  it('carries no spreadsheet, Word, PDF or chart code', () => expect(marksIn(texts)).toEqual([]))

  it('is told from code that does: the lazy chunks carry such marks', () => {
    const lazy = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js') && !files.includes(`assets/${name}`))
    expect(marksIn(lazy.map((name) => readFileSync(join(dist, 'assets', name), 'utf8')))).toEqual(expect.arrayContaining(['xl/workbook.xml', 'word/document.xml', 'sheet_to_json']))
  })
})
