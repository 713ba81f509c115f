import { readFileSync, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.svg': 'image/svg+xml', '.png': 'image/png', '.txt': 'text/plain',
}

/** A plain host that serves one folder under a sub-path, and another folder later, and nothing at last. */
export interface StaticHost {
  readonly address: string
  serve(folder: string): void
  stop(): Promise<void>
}

/** Starts a host. It knows nothing of the page: bytes by path, 404 for the rest. */
export async function staticHost(folder: string): Promise<StaticHost> {
  let served = folder
  const prefix = '/some/where/'
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://x').pathname)
    const file = path.startsWith(prefix) ? join(served, normalize(path.slice(prefix.length) || 'index.html')) : ''
    if (!file.startsWith(served) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' }).end(readFileSync(file))
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`,
    serve: (next) => { served = next },
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => { server.close(done) })
    },
  }
}
