import { describe, expect, it } from 'vitest'
import { placeWords } from '../../../src/domain/checkup/reportText'
import { readHtml } from '../../../src/exchange/reportText/readHtml'
import { readReport } from '../../../src/exchange/reportText/readReport'

const SENTENCE = '全年支出合计800.50万元，其中：基本支出300万元。'
const GBK = Uint8Array.of(0xd6, 0xa7, 0xb3, 0xf6, 0x35, 0xcd, 0xf2, 0xd4, 0xaa)
const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const codes = Array.from((mark ? '\ufeff' : '') + text, (char) => char.charCodeAt(0))
  return Uint8Array.from(codes.flatMap((code) => (little ? [code & 255, code >> 8] : [code >> 8, code & 255])))
}
async function textOf(bytes: Uint8Array): Promise<string> {
  const reading = await readReport(bytes, '报告.txt')
  return reading.ok ? reading.report.text : reading.message
}

describe('a text file', () => {
  it('is read as UTF-8, with a mark or without', async () => {
    expect(await textOf(new TextEncoder().encode(SENTENCE))).toBe(SENTENCE)
    expect(await textOf(new TextEncoder().encode(`\ufeff${SENTENCE}`))).toBe(SENTENCE)
  })
  it('is read as GB18030 where it is no UTF-8', async () => expect(await textOf(GBK)).toBe('支出5万元'))
  it.each([[true, true], [false, true], [true, false], [false, false]])('is read as UTF-16 (little %s, marked %s)', async (little, mark) =>
    expect(await textOf(utf16(SENTENCE, little, mark))).toBe(SENTENCE))
  it('keeps tabbed lines together as a table', async () => {
    const reading = await readReport(new TextEncoder().encode('前\n项目\t数\n甲\t1\n后'), 'a.txt')
    expect(reading.ok && [reading.report.text, placeWords(reading.report, 8)]).toEqual(['前\n\n项目\t数\n甲\t1\n\n后', '表 1 第 2 行'])
  })
})

describe('HTML', () => {
  it('gives its words and tables, and nothing of its code', () => {
    const html = '<html><head><title>不要</title><style>p{}</style></head><body onload="x()"><h1>一、收支&nbsp;情况</h1><script>var a = "<p>9万元</p>"</script><!-- 8万元 --><p>支出<b>800</b>万元<br>其中：</p><table><tr><th colspan="2">项目</th><th>数</th></tr><tr><td>甲</td><td><p>乙</p><p>丙</p></td><td>&#49;2.5</td></tr></table><div>后 &lt;文&gt;</div></body></html>'
    expect(readHtml(html).text).toBe('一、收支 情况\n支出800万元\n其中：\n\n项目\t\t数\n甲\t乙 丙\t12.5\n\n后 <文>')
  })
  it('is told by its content, whatever its name: many systems call it .doc', async () => {
    const reading = await readReport(new TextEncoder().encode('<html><body><p>支出5万元</p></body></html>'), '自评报告.doc')
    expect(reading.ok && reading.report.text).toBe('支出5万元')
  })
  it('broken anywhere still gives text', () => {
    const html = '<table><tr><td>甲<td>1.5<tr><td>乙</td><td title="a>b">2</td></table><p>完'
    for (let cut = 0; cut <= html.length; cut++) expect(typeof readHtml(html.slice(0, cut)).text).toBe('string')
    expect(readHtml(html).text).toBe('甲\t1.5\n乙\t2\n\n完')
  })
})
