import { strToU8, zipSync } from 'fflate'
import { assert, asyncProperty, boolean, constantFrom, double, nat, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReport } from '../../../src/exchange/reportText/readReport'
import { parseXml } from '../../../src/exchange/reportText/xml'
import { pdfFile } from '../../support/pdfFile'
import { paragraph, wordFile } from '../../support/wordFile'

async function refusalOf(bytes: Uint8Array, name: string): Promise<string> {
  const reading = await readReport(bytes, name)
  if (reading.ok) throw new Error(`was read: ${reading.report.text.slice(0, 80)}`)
  expect(reading.message.startsWith(`“${name}”`)).toBe(true)
  return reading.message
}
const compound = (entry: string): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Array.from({ length: 508 }, () => 0), ...Array.from(entry).flatMap((char) => [char.charCodeAt(0), 0])])
const zip = (name: string): Uint8Array => zipSync({ [name]: strToU8('x') })
const SAVE = '另存为“Word 文档（*.docx）”'

describe('what cannot be read is told in one sentence with the way out', () => {
  it.each([
    ['空.docx', new Uint8Array(), '空文件'],
    ['旧.doc', compound('WordDocument'), SAVE],
    ['报告.wps', compound('WordDocument'), 'WPS 文字（.wps）格式'],
    ['加密.docx', compound('EncryptedPackage'), '设了打开密码'],
    ['表.xls', compound('Workbook'), 'Excel 工作簿'],
    ['版式.ofd', zip('OFD.xml'), 'OFD 版式文件'],
    ['表.xlsx', zip('xl/workbook.xml'), 'Excel 工作簿'],
    ['文档.odt', zip('content.xml'), SAVE],
    ['全部.zip', zip('报告.docx'), '压缩包'],
    ['图.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3), '是图片'],
    ['文.rtf', strToU8('{\\rtf1 abc}'), SAVE],
    ['程序.bin', Uint8Array.from({ length: 600 }, (_, i) => i % 32), '不是认识的报告格式'],
    ['断.docx', wordFile(paragraph('支出')).subarray(0, 120), '不完整或已损坏'],
    ['断.pdf', pdfFile([{ words: [[72, 700, '支出']] }]).subarray(0, 60), '不完整或已损坏'],
    ['白.docx', wordFile(''), '没有文字'],
    ['锁.pdf', pdfFile([{ words: [[72, 700, '支出']] }], `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'12'.repeat(32)}> /U <${'34'.repeat(32)}> >> /ID [<${'ab'.repeat(16)}> <${'ab'.repeat(16)}>] `), '设了打开密码'],
  ])('%s', async (name, bytes, says) => expect(await refusalOf(bytes, name)).toContain(says))

  it('a zip that unpacks too far is not unpacked', async () => {
    const big = zipSync({ 'word/document.xml': new Uint8Array(130 * 1024 * 1024) }, { level: 9 })
    expect(big.length).toBeLessThan(2 * 1024 * 1024)
    expect(await refusalOf(big, '炸弹.docx')).toContain('解开后太大')
  })

  it('XML with entities of its own, or nested without end, is refused', () => {
    expect(parseXml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toEqual({ ok: false, error: 'doctype' })
    expect(parseXml('<a>'.repeat(100_000))).toEqual({ ok: false, error: 'malformed' })
    expect(parseXml('<a><b></a></b>')).toEqual({ ok: false, error: 'malformed' })
    expect(parseXml('<a b=">" c=\'<\'>&lt;&#x41;&amp;lt;</a>')).toMatchObject({ ok: true, value: { name: 'a', children: ['<A&lt;'] } })
  })

  it('__proto__ as an id or style is data', async () => {
    const reading = await readReport(wordFile(paragraph('支出', '<w:pStyle w:val="__proto__"/><w:numPr><w:numId w:val="__proto__"/></w:numPr>')), 'a.docx')
    expect(reading.ok && reading.report.text).toBe('支出')
  })
})

describe('whatever the bytes are, reading answers', () => {
  const good = [wordFile(paragraph('支出5万元') + paragraph('完')), pdfFile([{ words: [[72, 700, '支出']], lines: [[1, 1, 90, 1]] }])]
  it('a file cut or changed anywhere', async () => {
    await assert(asyncProperty(constantFrom(...good), double({ min: 0, max: 1, noNaN: true }), nat(255), boolean(), async (bytes, part, value, cut) => {
      const at = Math.floor(part * (bytes.length - 1))
      const changed = cut ? bytes.slice(0, at) : bytes.slice()
      if (!cut) changed[at] = value
      const reading = await readReport(changed, 'a')
      expect(typeof (reading.ok ? reading.report.text : reading.message)).toBe('string')
    }), { numRuns: 60 })
  })
  it('random bytes behind a known head', async () => {
    const heads = [[0x50, 0x4b, 3, 4], [0x25, 0x50, 0x44, 0x46], [0xd0, 0xcf, 0x11, 0xe0], [0xff, 0xfe], []]
    await assert(asyncProperty(constantFrom(...heads), uint8Array({ maxLength: 300 }), async (head, rest) => {
      const reading = await readReport(Uint8Array.from([...head, ...rest]), 'a')
      expect(typeof (reading.ok ? reading.report.text : reading.message)).toBe('string')
    }), { numRuns: 60 })
  })
})
