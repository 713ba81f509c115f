import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { editedReport, exportedReport, readBackOf } from '../support/editedReport'
import { convert } from '../support/libreOffice'

/** Any stream of numbers, the same in every run. */
function stream(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1103515245 + 12345) % 2147483648)
}

describe.each([['founding', foundingCase], ['fictional', fictionalCase]] as const)('the %s report saved again by LibreOffice', (_, evaluation) => {
  it('says nothing where nobody changed it', async () => {
    const found = await readBackOf(evaluation, convert(await exportedReport(evaluation), 'docx', 'docx'))
    expect(found.moved).toEqual([])
    expect(found.unread).toEqual([])
    expect(found.sections.filter(({ changed }) => changed)).toEqual([])
  })

  it('lists no number where only words were changed, and the words', async () => {
    const parts = unzipSync(await exportedReport(evaluation))
    const xml = strFromU8(parts['word/document.xml']!)
    const edited = xml.replaceAll('其中，', '具体来看，').replaceAll('主要用于', '主要花在')
    expect(edited).not.toBe(xml)
    const found = await readBackOf(evaluation, convert(zipSync({ ...parts, 'word/document.xml': strToU8(edited) }), 'docx', 'docx'))
    expect(found.moved).toEqual([])
    expect(found.sections.some(({ changed }) => changed)).toBe(true)
  })

  it('lists exactly the numbers that were changed', async () => {
    for (const k of [1, 9]) {
      const edited = editedReport(evaluation, await exportedReport(evaluation), k, stream(k * 7919))
      const found = await readBackOf(evaluation, convert(edited.bytes, 'docx', 'docx'))
      expect(found.moved.map(({ ours, theirs }) => `${ours} → ${theirs}`).sort()).toEqual(edited.changes.map(({ before, after }) => `${before} → ${after}`).sort())
    }
  })
})
