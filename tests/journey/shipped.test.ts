import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'

const dist = inject('dist')
const read = (name: string): string => readFileSync(join(dist, name), 'utf8')

interface Component { readonly name: string; readonly version: string; readonly licenses: readonly { readonly expression: string }[] }
const components = (JSON.parse(read('sbom.cdx.json')) as { readonly components: readonly Component[] }).components

/** Licences that may be in the page: all let it be copied and used by anybody, with their notice kept. A new one is looked at by a person first. */
const KNOWN = ['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD']

describe('what ships', () => {
  it('is listed: the libraries of the page, of its worker and of its service worker', () =>
    expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(['@vue/runtime-dom', 'dexie', 'pinia', 'hucre', 'docx', 'pdfjs-dist', 'workbox-precaching'])))
  it('has known licences only', () => expect(components.filter(({ licenses }) => !KNOWN.includes(licenses[0]?.expression ?? '')).map(({ name, licenses }) => `${name}: ${licenses[0]?.expression}`)).toEqual([]))
  it('is in the exact versions of the lock file', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { readonly packages: { readonly [path: string]: { readonly version?: string; readonly name?: string } } }
    const known = new Set(Object.entries(lock.packages).map(([path, one]) => `${one.name ?? path.replace(/^.*node_modules\//, '')}@${one.version}`))
    expect(components.filter(({ name, version }) => !known.has(`${name}@${version}`))).toEqual([])
  })
  it('is pinned: no range in package.json', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly dependencies: Record<string, string>; readonly devDependencies: Record<string, string> }
    expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^(npm:@[\w/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })
  it('needs no install script: nothing is built or fetched when it is installed', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { readonly packages: { readonly [path: string]: { readonly hasInstallScript?: boolean } } }
    expect(Object.entries(lock.packages).filter(([, one]) => one.hasInstallScript).map(([path]) => path)).toEqual([])
  })
  it('has a digest for each file of the build, which holds', () => {
    const lines = read('SHA256SUMS.txt').trim().split('\n').map((line) => line.split('  ') as [string, string])
    const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.parentPath.includes('.vite') && entry.name !== 'SHA256SUMS.txt')
    expect(lines).toHaveLength(files.length)
    expect(lines.filter(([digest, name]) => createHash('sha256').update(readFileSync(join(dist, name))).digest('hex') !== digest)).toEqual([])
  })
})

describe('the built page', () => {
  const scripts = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js')).map((name) => [name, read(join('assets', name))] as const)
  it('asks the browser neither to check its spelling nor to translate it: both may send what is typed to its maker', () => expect(read('index.html')).toMatch(/<html [^>]*translate="no" spellcheck="false"/))

  it('has no inline script, handler or style', () => expect(read('index.html')).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|\son\w+=|<style|\sstyle=/))
  it('makes no code from text: no eval, no Function constructor that is reached', () =>
    expect(scripts.filter(([, text]) => /[^.\w]eval\(/.test(text)).map(([name]) => name)).toEqual([]))
  it('keeps itself offline: every script of the page is in the service worker’s list', () => {
    expect(existsSync(join(dist, 'sw.js'))).toBe(true)
    const worker = read('sw.js')
    expect(scripts.filter(([name]) => !worker.includes(`assets/${name}`)).map(([name]) => name)).toEqual([])
  })
})
