import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { assess } from '../../src/domain/indicators/assess'
import { compose } from '../../src/domain/report/compose'
import { readReport } from '../../src/exchange/reportText/readReport'
import { officialProfile } from '../../src/exchange/word/typographyProfile'
import { writeReport } from '../../src/exchange/word/writeReport'
import { convert } from '../support/libreOffice'

/** LibreOffice drops a mark that hangs over the edge, so marks are not compared. */
const bare = (text: string): string => text.replace(/[\s，、；。]+/g, '')

async function blocksOf(bytes: Uint8Array, name: string) {
  const reading = await readReport(bytes, name)
  if (!reading.ok) throw new Error(reading.message)
  const { report } = reading
  const texts = (kind: string): readonly string[] => report.blocks.filter((block) => block.kind === kind).map(({ start, end }) => bare(report.text.slice(start, end)))
  return { paragraphs: texts('paragraph'), rows: texts('row'), report }
}

describe('a report laid out as PDF by LibreOffice reads like its Word file', () => {
  it.each([['founding', foundingCase], ['fictional', fictionalCase]] as const)('%s', async (name, evaluation) => {
    const outline = catalog.outlines.find(({ id }) => id === evaluation.outline)!
    const docx = await writeReport(compose(outline, evaluation, assess(evaluation.framework, evaluation)), officialProfile)
    const word = await blocksOf(docx, `${name}.docx`)
    const pdf = await blocksOf(convert(docx, 'docx', 'pdf'), `${name}.pdf`)
    // Lines are rejoined to the same paragraphs, over page ends too; page numbers are gone.
    const missing = word.paragraphs.filter((text) => !pdf.paragraphs.includes(text))
    expect(missing).toEqual([])
    expect(pdf.paragraphs.filter((text) => !word.paragraphs.includes(text))).toEqual([])
    expect(word.rows.filter((row) => !pdf.rows.includes(row))).toEqual([])
    expect(pdf.report.pageStarts.length).toBeGreaterThan(2)
  })
})
