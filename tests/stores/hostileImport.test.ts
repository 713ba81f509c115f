import { describe, expect, it } from 'vitest'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { hostileFiles } from '../support/hostileFiles'
import { memoryBrowser, openWindow } from '../support/memoryServices'

const files = hostileFiles()

describe('hostile and damaged files', () => {
  it('are at least forty', () => expect(files.length).toBeGreaterThanOrEqual(40))

  it('each get their own clear sentence, or are read as plain data, and leave the store as it was', async () => {
    const browser = memoryBrowser()
    const { desk, evaluation, importer } = openWindow(browser)
    await desk.open()
    await evaluation.open(await desk.openSample('founding'))
    const before = JSON.stringify([await browser.evaluations.everything(100), await browser.notes.read('mappings') ?? null, evaluation.evaluation])
    const told: (readonly [name: string, says: string])[] = []
    const wrong: string[] = []
    for (const { name, bytes, says } of files) {
      const read = await importer.read([new File([bytes as Uint8Array<ArrayBuffer>], name)])
      const words = importer.problem ?? ''
      if (says === null ? !read : read || !says.test(words) || !words.startsWith(`“${name}”`) || !words.endsWith('。')) wrong.push(`${name}: ${read ? 'read' : words}`)
      if (says !== null) told.push([name, words])
      importer.dismissProblem()
      importer.discard()
    }
    expect(wrong).toEqual([])
    // One sentence with the file's name is no sentence of its own yet: what it says must be of the kind of file.
    expect(new Set(told.map(([name, words]) => words.replace(`“${name}”`, ''))).size).toBeGreaterThanOrEqual(28)
    expect(JSON.stringify([await browser.evaluations.everything(100), await browser.notes.read('mappings') ?? null, evaluation.evaluation])).toBe(before)
    expect(evaluation.evaluation).toEqual(foundingCase)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  }, 240_000)

  it('among good ones keep no good one from being read', async () => {
    const { desk, evaluation, importer } = openWindow(memoryBrowser())
    await desk.open()
    await evaluation.open(await desk.openSample('founding'))
    const good = files.find(({ name }) => name === '公式文字.xlsx')!
    const bad = files.find(({ name }) => name === '剩一半.xlsx')!
    expect(await importer.read([bad, good].map(({ name, bytes }) => new File([bytes as Uint8Array<ArrayBuffer>], name)))).toBe(true)
    expect(importer.review?.files.map(({ problem }) => problem !== null)).toEqual([true, false])
    expect(importer.review?.entries.find(({ label }) => label === '公务接待费决算数')).toMatchObject({ found: '1.5', cell: 'B2' })
  })
})
