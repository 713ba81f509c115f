import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A later build of the page beside `dist`: every hashed file has another name, as after a change of everything; the old names are gone. */
export function nextBuild(dist: string, next: string): void {
  cpSync(dist, next, { recursive: true })
  const files = readdirSync(join(next, 'assets'))
  const hashes = [...new Set(files.flatMap((name) => /-([\w-]{8})\.\w+$/.exec(name)?.[1] ?? []))]
  const renamed = (text: string): string => hashes.reduce((all, hash) => all.replaceAll(hash, `${hash.slice(0, 7)}${hash.endsWith('0') ? '1' : '0'}`), text)
  for (const name of files) {
    const path = join(next, 'assets', name)
    writeFileSync(path, renamed(readFileSync(path, 'utf8')))
    renameSync(path, join(next, 'assets', renamed(name)))
  }
  for (const name of ['index.html', 'sw.js']) writeFileSync(join(next, name), renamed(readFileSync(join(next, name), 'utf8')))
  const worker = readFileSync(join(next, 'sw.js'), 'utf8')
  writeFileSync(join(next, 'sw.js'), worker.replace(/(url:\s*"index\.html",\s*revision:\s*"|revision:\s*")(\w{8})/, (_, start: string) => `${start}ffffffff`))
}
