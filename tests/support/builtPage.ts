import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built page is served. */
    readonly address: string
    /** The folder it was built into. */
    readonly dist: string
  }
}

/** Builds the page as it is published and serves it for the journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dist = mkdtempSync(join(tmpdir(), 'hengji-dist-'))
  const mode = { logLevel: 'error', build: { outDir: dist, emptyOutDir: true } } as const
  // Vitest says "test" here; the page is built as it is published.
  const environment = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  await build({ ...mode, mode: 'production' })
  process.env['NODE_ENV'] = environment
  const server = await preview({ ...mode, preview: { port: 0, host: '127.0.0.1' } })
  project.provide('address', server.resolvedUrls?.local[0] ?? '')
  project.provide('dist', dist)
  return async () => {
    const { httpServer } = server
    if ('closeAllConnections' in httpServer) httpServer.closeAllConnections()
    await new Promise((done) => httpServer.close(done))
    rmSync(dist, { recursive: true, force: true })
  }
}
