import { posix } from 'node:path'

/** Source files by path below src, with their text. */
export type Sources = ReadonlyMap<string, string>

interface Layer {
  readonly may: readonly string[]
  readonly packages: RegExp
}

/** Who may import whom (DESIGN §3). `worker/client` and `worker/protocol` are the worker's face to the stores. */
const LAYERS: { readonly [layer: string]: Layer } = {
  kernel: { may: [], packages: /^valibot$/ },
  domain: { may: ['kernel'], packages: /^$/ },
  catalog: { may: ['kernel', 'domain'], packages: /^$/ },
  exchange: { may: ['kernel', 'domain'], packages: /^(xlsx|hucre(\/.*)?|docx|fflate|pdfjs-dist(\/.*)?)$/ },
  storage: { may: ['kernel', 'domain'], packages: /^dexie$/ },
  worker: { may: ['kernel', 'domain', 'catalog', 'exchange'], packages: /^comlink$/ },
  stores: { may: ['kernel', 'domain', 'catalog', 'storage', 'worker/client', 'worker/protocol', 'worker/face'], packages: /^(vue|pinia)$/ },
  ui: { may: ['kernel', 'domain', 'catalog', 'stores'], packages: /^(vue|vue-router|pinia|echarts(\/.*)?|@tanstack\/vue-virtual|@tiptap\/.*)$/ },
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** The addresses a file imports, types and dynamic imports included. */
export const importsOf = (text: string): readonly string[] => [...text.matchAll(IMPORT)].map((match) => (match[1] ?? match[2] ?? match[3])!)

/** The source file an import leads to, or null for a package. */
function resolve(from: string, to: string, sources: Sources): string | null {
  if (!to.startsWith('.')) return null
  const base = posix.normalize(posix.join(posix.dirname(from), to.replace(/\?.*$/, '')))
  return [base, `${base}.ts`, `${base}.vue`].find((path) => sources.has(path)) ?? base
}

/** Imports against the table. */
export function forbiddenImports(sources: Sources): readonly string[] {
  const found: string[] = []
  for (const [path, text] of sources) {
    const name = path.split('/')[0]!
    const layer = LAYERS[name]
    if (!layer || !path.includes('/')) continue
    for (const to of importsOf(text)) {
      const target = resolve(path, to, sources)
      if (target === null) {
        if (!layer.packages.test(to)) found.push(`${path} → ${to}`)
      } else if (target.split('/')[0] !== name && !layer.may.some((may) => target === `${may}.ts` || target.startsWith(`${may}/`))) found.push(`${path} → ${target}`)
    }
  }
  return found
}

/** Import cycles, types included; each as the path that closes. */
export function importCycles(sources: Sources): readonly string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      return
    }
    if (done.has(path)) return
    done.add(path)
    for (const to of importsOf(sources.get(path) ?? '')) {
      const target = resolve(path, to, sources)
      // The worker's entry is named by address, not imported: it runs on another thread.
      if (target !== null && sources.has(target) && !to.includes('?worker')) visit(target, [...trail, path])
    }
  }
  for (const path of sources.keys()) visit(path, [])
  return found
}

/** Files longer than the house likes; catalog data apart. */
export const longFiles = (sources: Sources): readonly string[] =>
  [...sources].filter(([path, text]) => !path.startsWith('catalog/') && text.trimEnd().split('\n').length > (path.endsWith('.vue') ? 250 : 300)).map(([path]) => path)

/** Files that only pass others on. */
export const barrels = (sources: Sources): readonly string[] =>
  [...sources].filter(([path, text]) => /(^|\/)index\.ts$/.test(path) || /^export \* from/m.test(text)).map(([path]) => path)

const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '').replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")

const LOOSE: readonly (readonly [RegExp, string])[] = [
  [/(:|<|\bas|,)\s*any\b/, 'any'],
  [/\bnew Function\b|\beval\(/, 'eval'],
  [/\bv-html\b|\.innerHTML\s*=/, 'HTML from text'],
]
const FLOATING = /\bparseFloat\(|\bMath\.round\(|\.toFixed\(/

/** Loose types, code from text, and floating point where figures are computed. */
export function looseCode(sources: Sources): readonly string[] {
  const found: string[] = []
  for (const [path, text] of sources) {
    if (/@ts-(ignore|expect-error|nocheck)/.test(text)) found.push(`${path}: @ts-`)
    for (const [pattern, what] of LOOSE) if (pattern.test(path.endsWith('.vue') ? text : code(text))) found.push(`${path}: ${what}`)
    if (/^(kernel|domain|catalog)\//.test(path) && FLOATING.test(code(text))) found.push(`${path}: floating point`)
  }
  return found
}

/** Exported things without a doc comment. */
export function undocumented(sources: Sources): readonly string[] {
  const found: string[] = []
  for (const [path, text] of sources) {
    if (!path.endsWith('.ts')) continue
    const lines = text.split('\n')
    lines.forEach((line, i) => {
      const name = /^export (?:default )?(?:async )?(?:abstract )?(?:const|function\*?|class|interface|type|enum) ?(\w+)/.exec(line)?.[1]
      if (name && !/\*\/\s*$/.test(lines[i - 1] ?? '')) found.push(`${path}: ${name}`)
    })
  }
  return found
}
