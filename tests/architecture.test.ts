import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { barrels, forbiddenImports, importCycles, longFiles, looseCode, undocumented, type Sources } from './support/architecture'

const root = join(import.meta.dirname, '..', 'src')
const sources: Sources = new Map(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')] as const
    }),
)

describe('the house', () => {
  it('has rooms', () => expect(sources.size).toBeGreaterThan(100))
  it('imports only downward', () => expect(forbiddenImports(sources)).toEqual([]))
  it('has no import cycles, types included', () => expect(importCycles(sources)).toEqual([]))
  it('has no barrels', () => expect(barrels(sources)).toEqual([]))
  it('has no file over 300 lines and no component over 250', () => expect(longFiles(sources)).toEqual([]))
  it('has no loose types, no code from text, no floating point where figures are computed', () => expect(looseCode(sources)).toEqual([]))
  it('says of every exported thing what it is', () => expect(undocumented(sources)).toEqual([]))
})

describe('the checks of the house find', () => {
  const tree = (...files: readonly (readonly [path: string, text: string])[]): Sources => new Map(files)

  it('a screen library in the domain', () => expect(forbiddenImports(tree(['domain/a.ts', "import { ref } from 'vue'"]))).toHaveLength(1))
  it('a type imported upward', () =>
    expect(forbiddenImports(tree(['kernel/a.ts', "import type { B } from '../domain/b'"], ['domain/b.ts', '']))).toEqual(['kernel/a.ts → domain/b.ts']))
  it('a screen that reaches into storage', () => expect(forbiddenImports(tree(['ui/A.vue', "import { b } from '../storage/b'"], ['storage/b.ts', '']))).toHaveLength(1))
  it('a store that imports the worker itself', () => expect(forbiddenImports(tree(['stores/a.ts', "import { w } from '../worker/worker'"], ['worker/worker.ts', '']))).toHaveLength(1))
  it('a dynamic import of a spreadsheet library in the stores', () => expect(forbiddenImports(tree(['stores/a.ts', "const x = await import('xlsx')"]))).toHaveLength(1))
  it('a cycle of two', () => expect(importCycles(tree(['domain/a.ts', "import './b'"], ['domain/b.ts', "import { a } from './a'"]))).toHaveLength(1))
  it('a barrel', () => expect(barrels(tree(['domain/index.ts', ''], ['domain/x.ts', "export * from './y'"]))).toHaveLength(2))
  it('a file of 301 lines', () => expect(longFiles(tree(['domain/a.ts', 'x\n'.repeat(301)]))).toHaveLength(1))
  it('any, ts-ignore, eval, v-html, parseFloat', () =>
    expect(looseCode(tree(['stores/a.ts', 'const a: any = 1'], ['stores/b.ts', '// @ts-ignore'], ['stores/c.ts', 'eval(x)'], ['ui/D.vue', '<p v-html="x" />'], ['domain/e.ts', 'parseFloat(x)']))).toHaveLength(5))
  it('an export without a word', () => expect(undocumented(tree(['domain/a.ts', 'export const a = 1']))).toHaveLength(1))
})
