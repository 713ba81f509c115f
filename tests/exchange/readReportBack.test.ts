import * as fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { assess } from '../../src/domain/indicators/assess'
import { reportContext, sectionText } from '../../src/domain/report/compose'
import { printedParagraph } from '../../src/domain/report/typedNumbers'
import { takenOver } from '../../src/domain/report/readBack'
import { editedReport, exportedReport, readBackOf, type Edited } from '../support/editedReport'

const RUNS = Number(process.env['HENGJI_READBACK_RUNS'] ?? 15)

describe('a report read back from Word', () => {
  it('that nobody touched says nothing', async () => {
    for (const evaluation of [foundingCase, fictionalCase]) {
      const found = await readBackOf(evaluation, await exportedReport(evaluation))
      expect(found.moved).toEqual([])
      expect(found.unread).toEqual([])
      expect(found.sections.filter(({ changed }) => changed)).toEqual([])
    }
  })

  it(`with k random numbers changed lists exactly those, and their words with them (${RUNS} runs)`, async () => {
    for (const evaluation of [foundingCase, fictionalCase]) {
      const bytes = await exportedReport(evaluation)
      await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 8 }), fc.infiniteStream(fc.nat(10_000)), async (k, stream) => {
        const edited: Edited = editedReport(evaluation, bytes, k, () => stream.next().value)
        const found = await readBackOf(evaluation, edited.bytes)
        expect(found.moved.map(({ ours, theirs }) => `${ours} → ${theirs}`).sort()).toEqual(edited.changes.map(({ before, after }) => `${before} → ${after}`).sort())
      }), { numRuns: RUNS })
    }
  }, 300_000)

  it('with only its wording edited lists no number and gives the new words', async () => {
    const bytes = await exportedReport(fictionalCase)
    const parts = unzipSync(bytes)
    const xml = strFromU8(parts['word/document.xml']!)
    const edited = xml.replace('本单位整体支出', '本单位的总支出').replaceAll('其中，', '具体来看，').replace('各项目支出见下表。', '各项目的支出，列在下面的表里。').replace('项目资金来源均为', '钱都来自')
    expect(edited).not.toBe(xml)
    const found = await readBackOf(fictionalCase, zipSync({ ...parts, 'word/document.xml': strToU8(edited) }))
    expect(found.moved).toEqual([])
    const section = found.sections.find(({ section: id }) => id === 'profile.expenditure')!
    expect(section.changed).toBe(true)
    const context = reportContext(catalog.outlines.find(({ id }) => id === fictionalCase.outline)!, fictionalCase, assess(fictionalCase.framework, fictionalCase))
    const taken = takenOver(section, () => 'data')
    expect(taken.map((paragraph) => printedParagraph(paragraph, context).text)).toEqual(section.after.map(({ text }) => text))
    // Every figure that stood in the section is bound again.
    const bound = (paragraphs: readonly (readonly { readonly kind: string }[])[]) => paragraphs.flat().filter(({ kind }) => kind !== 'text').length
    const before = catalog.outlines.find(({ id }) => id === fictionalCase.outline)!.sections.find(({ id }) => id === 'profile.expenditure')!
    expect(bound(taken)).toBe(bound(sectionText(before, context)))
  })

  it('offers the figure behind a number, and none behind a computed one', async () => {
    const bytes = await exportedReport(foundingCase)
    const parts = unzipSync(bytes)
    const xml = strFromU8(parts['word/document.xml']!).replace('人员经费172万元', '人员经费175万元').replace('整体支出830.3万元', '整体支出833.3万元')
    const found = await readBackOf(foundingCase, zipSync({ ...parts, 'word/document.xml': strToU8(xml) }))
    expect(found.moved.map(({ item, ours, theirs, figure }) => [item, ours, theirs, figure])).toEqual([
      ['支出合计决算数', '830.3万元', '833.3万元', 'expenditure@actual/all'], ['人员经费决算数', '172万元', '175万元', 'expenditure.personnel@actual/all']])
  })

  it('finds a sentence that was taken out to be wording, not a number', async () => {
    const bytes = await exportedReport(foundingCase)
    const parts = unzipSync(bytes)
    const xml = strFromU8(parts['word/document.xml']!).replace(/公务接待费0万元，因公出国（境）费0万元。/, '')
    const found = await readBackOf(foundingCase, zipSync({ ...parts, 'word/document.xml': strToU8(xml) }))
    expect(found.moved).toEqual([])
    expect(found.sections.filter(({ changed }) => changed).map(({ section }) => section)).toEqual(['use.basic'])
  })
})
