import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { assess } from '../../src/domain/indicators/assess'
import { compose } from '../../src/domain/report/compose'
import { editionOf } from '../../src/domain/report/edition'
import { officialProfile } from '../../src/exchange/word/typographyProfile'
import { writeReport } from '../../src/exchange/word/writeReport'

/** The founding report's text parts as its own narrative binds them: sections in order, each with its figures' ids. */
const bound = Object.values(foundingCase.narrative).flat().flatMap((paragraph) => paragraph.flatMap((run) => {
  if (run.kind !== 'figure') return []
  if (run.figure.kind === 'item') return [{ answer: foundingCase.answers[run.figure.item], format: run.format }]
  if (run.figure.kind !== 'cell') return []
  const { table, row, column } = run.figure
  return [{ answer: foundingCase.tables[table]?.find(({ id }) => id === row)?.cells[column], format: run.format }]
}))

/** The words of the body, paragraph by paragraph, read from the file's own XML by nothing of ours. */
const paragraphsOf = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')
    .replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'"))

describe('an independent reader of the founding report in Word', () => {
  it('finds each bound figure, in order, as the data states it', async () => {
    const outline = catalog.outlines.find(({ id }) => id === foundingCase.outline)!
    const document = editionOf(compose(outline, foundingCase, assess(foundingCase.framework, foundingCase)), { edition: 'submission', annexes: ['基础数据表', '评分表'], cover: null, contents: false, secret: [] })
    const text = paragraphsOf(strFromU8(unzipSync(await writeReport(document, officialProfile))['word/document.xml']!)).join('\n')
    const stated = bound.flatMap(({ answer, format }) => (answer?.kind === 'given' && format.style === 'number' ? [answer.text] : []))
    expect(stated.length).toBeGreaterThan(50)
    let at = 0
    for (const figure of stated) {
      const found = text.indexOf(figure, at)
      expect(found >= 0 ? figure : `${figure} is not after ${text.slice(at - 20, at)}`).toBe(figure)
      at = found + figure.length
    }
    expect(text.endsWith('岳麓区信息中心')).toBe(true)
    expect(text).toContain('附件：1. 基础数据表\n　　　2. 评分表')
  })
})
