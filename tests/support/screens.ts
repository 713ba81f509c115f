import { readFileSync } from 'node:fs'
import { catalog } from '../../src/catalog/catalog'

/** The paths of the router as it is written: a screen added to it is visited without being told. */
const written = [...readFileSync('src/ui/router.ts', 'utf8').matchAll(/\{ path: '([^']+)', name: /g)].map(([, path]) => path!)

/** What stands for the parts of a path: some of each kind that there are. */
const PARTS: { readonly [part: string]: readonly string[] } = {
  form: catalog.forms.map(({ id }) => id),
  chosen: [catalog.frameworks[0]!.id],
  page: [''], topic: ['', 'officer'],
}

/** Every screen of an evaluation and beside it, as addresses behind the `#`; `more` tells what stands for further parts (an indicator, a section). */
export function screensOf(evaluation: string, more: { readonly [part: string]: readonly string[] } = {}): readonly string[] {
  const parts = { ...PARTS, ...more, id: [encodeURIComponent(evaluation)] } as { readonly [part: string]: readonly string[] | undefined }
  return written.flatMap((path) => path.split('/').slice(1).reduce<readonly string[]>((found, part) => {
    const name = /^:(\w+)\??$/.exec(part)?.[1]
    const words = name === undefined ? [part] : parts[name]
    if (!words) throw new Error(`what stands for ${part} in ${path}?`)
    return found.flatMap((start) => words.map((word) => (word === '' ? start : `${start}/${word}`)))
  }, ['']))
}
