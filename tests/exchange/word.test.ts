import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { assess } from '../../src/domain/indicators/assess'
import type { Block } from '../../src/domain/report/document'
import { compose } from '../../src/domain/report/compose'
import { officialProfile } from '../../src/exchange/word/typographyProfile'
import { writeReport } from '../../src/exchange/word/writeReport'

async function partsOf(evaluation: Evaluation) {
  const outline = catalog.outlines.find((candidate) => candidate.id === evaluation.outline)!
  const document = compose(outline, evaluation, assess(evaluation.framework, evaluation))
  const parts = unzipSync(await writeReport(document, officialProfile))
  return { document, parts, xml: strFromU8(parts['word/document.xml']!) }
}

const wordsOf = (xml: string): string => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')

describe('the Word report', () => {
  it('holds every figure of the founding report as text', async () => {
    const words = wordsOf((await partsOf(foundingCase)).xml)
    for (const figure of ['830.3万元', '187.5万元', '642.8万元', '172万元', '0.03万元', '11.47万元', '6.1万余条', '16万多条', '2200余件次', '等保二级',
      '53.5万元', '96.88万元', '55.7万元', '128.4万元', '64.9万元', '其余14项合计', '243.42']) expect(words).toContain(figure)
  })

  it('is laid out as an official document: margins, fonts, heading styles, page numbers on both sides', async () => {
    const { xml, parts } = await partsOf(foundingCase)
    expect(xml).toContain('w:top="2098"')
    expect(xml).toContain('w:eastAsia="仿宋_GB2312"')
    expect(xml).toContain('w:eastAsia="方正小标宋简体"')
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>')
    expect(xml).toContain('w:lineRule="exact"')
    expect(xml).toContain('w:firstLineChars="200"')
    expect(strFromU8(parts['word/settings.xml']!)).toContain('evenAndOddHeaders')
    expect(Object.keys(parts).filter((name) => name.startsWith('word/footer')).length).toBe(2)
  })

  it('repeats table heads and never splits a row', async () => {
    const { xml } = await partsOf(fictionalCase)
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(2)
    expect(xml).toContain('<w:cantSplit/>')
  })

  it('keeps 附件说明 and 落款 together with the end of the text', async () => {
    const { document: { blocks, ...rest } } = await partsOf(fictionalCase)
    const closed = { ...rest, blocks: blocks.flatMap((block): readonly Block[] => (block.kind === 'signature' ? [{ kind: 'attachment', number: '附件：1. ', title: '基础数据表' }, { kind: 'attachment', number: '2. ', title: '评分表' }, block] : [block])) }
    const xml = strFromU8(unzipSync(await writeReport(closed, officialProfile))['word/document.xml']!)
    const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gs)!.map((paragraph) => [wordsOf(paragraph), paragraph.includes('<w:keepNext/>')] as const)
    expect(paragraphs.slice(-5).map(([, kept]) => kept)).toEqual([true, true, true, true, false])
    expect(paragraphs.at(-3)![0]).toBe('2. 评分表')
  })

  it('names no author and no program of ours', async () => {
    const { parts } = await partsOf(fictionalCase)
    expect(strFromU8(parts['docProps/core.xml']!)).not.toMatch(/hengji|衡绩|Un-named/i)
  })
})
