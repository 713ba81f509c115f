import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A proxy that lets nothing through and notes what a browser asked of other machines. The machine's own addresses never come by it. */
export interface CountingProxy {
  readonly address: string
  /** Host and port, or the whole address where it was not encrypted. */
  readonly stray: readonly string[]
  stop(): void
}

/** Starts one. */
export async function countingProxy(): Promise<CountingProxy> {
  const stray: string[] = []
  const server = createServer((request, response) => {
    stray.push(request.url ?? '')
    response.writeHead(403).end()
  })
  server.on('connect', (request, socket) => {
    stray.push(request.url ?? '')
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  server.unref()
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stray, stop: () => { server.closeAllConnections(); server.close() } }
}
