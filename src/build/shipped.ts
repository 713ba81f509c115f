import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Plugin } from 'vite'

/** A package whose code is in the built page. */
export interface ShippedPackage {
  readonly name: string
  readonly version: string
  /** SPDX expression as the package states it. */
  readonly licence: string
}

interface Manifest { readonly name: string; readonly version: string; readonly license?: string }

/** The folder of the package a module belongs to; null for our own modules and virtual ones. */
const folderOf = (module: string): string | null => /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1] ?? null

function packageAt(folder: string): ShippedPackage {
  const { name, version, license = '' } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Manifest
  return { name, version, licence: license }
}

/** The list of software in the build (CycloneDX 1.5). */
const billOfMaterials = (packages: readonly ShippedPackage[], version: string): string => JSON.stringify({
  bomFormat: 'CycloneDX', specVersion: '1.5', version: 1,
  metadata: { component: { type: 'application', name: 'hengji', version } },
  components: packages.map((one) => ({ type: 'library', name: one.name, version: one.version, purl: `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`, licenses: [{ expression: one.licence }] })),
}, null, 2)

/** What the service worker carries; it is written beside the bundle, so its modules are not seen. */
const IN_SERVICE_WORKER = ['workbox-core', 'workbox-precaching', 'workbox-routing']

/** SHA256SUMS of a folder, for `sha256sum -c`. */
function digests(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const lines = files.map((file) => [relative(folder, file).replaceAll('\\', '/'), createHash('sha256').update(readFileSync(file)).digest('hex')] as const)
    .filter(([name]) => !name.startsWith('.vite/') && name !== 'SHA256SUMS.txt').sort(([a], [b]) => (a < b ? -1 : 1))
  return `${lines.map(([name, digest]) => `${digest}  ${name}`).join('\n')}\n`
}

/** Collects which packages' code ends up in the page and its workers, and writes the list and the digest of every file beside them. */
export function shipped(version: string): { readonly inPage: Plugin; readonly inWorker: () => Plugin } {
  const folders = new Set(IN_SERVICE_WORKER.map((name) => join('node_modules', name)))
  let target = ''
  const collect = (modules: Iterable<string>): void => {
    for (const module of modules) {
      const folder = folderOf(module)
      if (folder !== null) folders.add(folder)
    }
  }
  return {
    inWorker: () => ({
      name: 'hengji:shipped-in-worker',
      generateBundle(_, bundle) { for (const one of Object.values(bundle)) if (one.type === 'chunk') collect(Object.keys(one.modules)) },
    }),
    inPage: {
      name: 'hengji:shipped',
      apply: 'build',
      configResolved(config) { target = resolve(config.root, config.build.outDir) },
      generateBundle: {
        order: 'post',
        handler(_, bundle) {
          for (const one of Object.values(bundle)) if (one.type === 'chunk') collect(Object.keys(one.modules))
          const packages = [...folders].map(packageAt).sort((a, b) => a.name.localeCompare(b.name))
          this.emitFile({ type: 'asset', fileName: 'sbom.cdx.json', source: billOfMaterials(packages, version) })
        },
      },
      closeBundle: { order: 'post', sequential: true, handler() { writeFileSync(join(target, 'SHA256SUMS.txt'), digests(target)) } },
    },
  }
}
