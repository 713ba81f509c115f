import { describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import { assess } from '../../../src/domain/indicators/assess'
import { compose } from '../../../src/domain/report/compose'
import { placeWords } from '../../../src/domain/checkup/reportText'
import { readReport } from '../../../src/exchange/reportText/readReport'
import { officialProfile } from '../../../src/exchange/word/typographyProfile'
import { writeReport } from '../../../src/exchange/word/writeReport'
import { cell, paragraph, run, table, wordFile } from '../../support/wordFile'

async function read(bytes: Uint8Array) {
  const reading = await readReport(bytes, '报告.docx')
  if (!reading.ok) throw new Error(reading.message)
  return reading
}
const textOf = async (body: string, parts?: { readonly [name: string]: string }): Promise<string> => (await read(wordFile(body, parts))).report.text

describe('a .docx', () => {
  it('of our own comes back word for word, tables and all', async () => {
    const outline = catalog.outlines.find(({ id }) => id === foundingCase.outline)!
    const document = compose(outline, foundingCase, assess(foundingCase.framework, foundingCase))
    const { report } = await read(await writeReport(document, officialProfile))
    const words = document.blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return [block.runs.map(({ text }) => text).join('').trim()]
      return block.kind === 'heading' ? [block.number + block.text] : []
    }).filter((text) => text !== '')
    const lines = new Set(report.text.split('\n'))
    expect(words.length).toBeGreaterThan(20)
    expect(words.flatMap((text) => text.split('\n')).filter((text) => !lines.has(text.trim()))).toEqual([])
    const rows = document.blocks.flatMap((block) => (block.kind === 'table' ? block.body : []))
    expect(report.blocks.filter(({ kind }) => kind === 'row').length).toBeGreaterThanOrEqual(rows.length)
  })

  it('is read with revisions accepted: what was deleted is out, what was inserted is in', async () =>
    expect(await textOf(paragraph(`${run('支出')}<w:del><w:r><w:delText>800</w:delText></w:r></w:del><w:ins>${run('900')}</w:ins>${run('万元')}`))).toBe('支出900万元'))

  it('goes on over a deleted paragraph mark', async () =>
    expect(await textOf(paragraph('支出512.36', '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph('万元。') + paragraph('完'))).toBe('支出512.36万元。\n完'))

  it('leaves out hidden words, codes of fields and page numbers of the contents', async () => {
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>9.9万元</w:t></w:r>'
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 7</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const contents = paragraph(`${run('一、概况')}<w:r><w:tab/></w:r>${run('3')}`, '<w:pStyle w:val="11"/>')
    const styles = { styles: '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>' }
    expect(await textOf(contents + paragraph(`${run('支出')}${hidden}${field}${run('5万元')}`), styles)).toBe('一、概况\n支出5万元')
  })

  it('takes a text box once, though it is stored twice, and tells a picture from it', async () => {
    const box = (inner: string): string => `<w:txbxContent>${paragraph(inner)}</w:txbxContent>`
    const anchored = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('框内12万元')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('框内12万元')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const { report, notes } = await read(wordFile(paragraph(run('正文') + anchored) + paragraph('<w:r><w:drawing/></w:r>')))
    expect(report.text).toBe('正文\n框内12万元')
    expect(report.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'textBox'])
    expect(notes).toEqual(['文中有 1 处图片或图形，里面的数字读不到，没有核对。'])
  })

  it('brings footnotes after their paragraph', async () => {
    const note = `<w:footnote w:type="separator" w:id="0">${paragraph('线')}</w:footnote><w:footnote w:id="2">${paragraph('含上年结转3万元')}</w:footnote>`
    const { report } = await read(wordFile(paragraph(`${run('收入')}<w:r><w:footnoteReference w:id="2"/></w:r>`) + paragraph('后文'), { footnotes: note }))
    expect(report.text).toBe('收入\n含上年结转3万元\n后文')
    expect(placeWords(report, report.text.indexOf('含'))).toBe('脚注 1')
  })

  it('keeps a row’s columns under merged heads, and tells an inner table after its row', async () => {
    const merged = '<w:gridSpan w:val="2"/>'
    const inner = `<w:tc><w:tcPr/>${paragraph('外')}${table([cell('内1'), cell('内2')])}${paragraph('末')}</w:tc>`
    const rows = table([cell('项目', '<w:vMerge w:val="restart"/>'), cell('支出', merged)], [cell('', '<w:vMerge/>'), cell('预算'), cell('决算')], [inner, cell('1.0'), cell('2.0')])
    const { report } = await read(wordFile(paragraph('前') + rows + table([cell('第二张'), cell('表')]) + paragraph('后')))
    expect(report.text).toBe('前\n\n项目\t支出\t\n\t预算\t决算\n外 末\t1.0\t2.0\n\n内1\t内2\n\n第二张\t表\n\n后')
    expect(placeWords(report, report.text.indexOf('决算'))).toBe('表 1 第 2 行')
    expect(placeWords(report, report.text.indexOf('内2'))).toBe('表 2 第 1 行')
  })

  it('prints automatic numbers as Word does, restarting below', async () => {
    const level = (index: number, format: string, text: string): string => `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>`
    const item = (index: number, text: string): string => paragraph(text, `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="5"/></w:numPr>`)
    const styles = '<w:style w:styleId="base"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:styleId="head"><w:basedOn w:val="base"/></w:style>'
    expect(await textOf(item(0, '概况') + item(1, '收入') + item(2, '2020年数') + item(2, '乙') + item(1, '支出') + item(2, '丙') + paragraph('绩效', '<w:pStyle w:val="head"/>'), { numbering, styles }))
      .toBe('一、概况\n（一）收入\n1. 2020年数\n2. 乙\n（二）支出\n1. 丙\n二、绩效')
  })

  it('tells the page where Word last broke it', async () => {
    const { report } = await read(wordFile(paragraph('第一页') + paragraph(`${run('跨')}<w:r><w:lastRenderedPageBreak/></w:r>${run('页5万元')}`)))
    expect(placeWords(report, 0)).toBe('第 1 页第 1 段')
    expect(placeWords(report, report.text.indexOf('5万元'))).toBe('第 2 页第 2 段')
  })
})
