import { constants, deflateRawSync } from 'node:zlib'
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { bytesOf, madeBook, type Made } from './madeSheet'

/** A file made to do harm or to be broken, and the words its message must hold; null where it is to be read and its content is plain data. */
export interface HostileFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly says: RegExp | null
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values)
const rows: readonly (readonly Made[])[] = [['项目', '2020年决算数'], ['公务接待费', 1.5]]
const plain = (): Uint8Array => bytesOf(madeBook({ Sheet1: { rows } }))

/** A workbook with some of its parts changed. */
function repacked(from: Uint8Array, change: (parts: { [path: string]: Uint8Array }) => void): Uint8Array {
  const parts = unzipSync(from)
  change(parts)
  return zipSync(parts as Zippable)
}
const sheetXml = 'xl/worksheets/sheet1.xml'
const edited = (change: (xml: string) => string, path = sheetXml): Uint8Array => repacked(plain(), (parts) => { parts[path] = strToU8(change(new TextDecoder().decode(parts[path]))) })

function compound(stream: string, size = 70_000): Uint8Array {
  const made = new Uint8Array(size)
  made.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  stream.split('').forEach((letter, i) => { made[2048 + 2 * i] = letter.charCodeAt(0) })
  return made
}

/** Changes what the directory of a zip tells of every part. */
function directory(zip: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const made = zip.slice()
  const view = new DataView(made.buffer)
  for (let at = 0; at + 46 < made.length; at++) if (view.getUint32(at, true) === 0x02014b50) change(view, at)
  return made
}

/** A part of 310 MB of zeros, packed without packing 310 MB: one packed piece over and over. */
function bombPart(): Uint8Array {
  const piece = deflateRawSync(new Uint8Array(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH })
  const end = deflateRawSync(new Uint8Array())
  const made = new Uint8Array(piece.length * 310 + end.length)
  for (let i = 0; i < 310; i++) made.set(piece, i * piece.length)
  made.set(end, piece.length * 310)
  return made
}

/** A zip whose directory says its one large part is small. */
function lying(): Uint8Array {
  const part = bombPart()
  const zip = zipSync({ 'xl/workbook.xml': [text('<workbook/>'), { level: 0 }], 'xl/worksheets/sheet1.xml': [part, { level: 0 }] })
  const size = part.length
  return directory(zip, (view, at) => {
    if (view.getUint32(at + 20, true) !== size) return
    view.setUint16(at + 10, 8, true)
    view.setUint32(at + 24, 100, true)
  })
}

const locked = (): Uint8Array => directory(plain(), (view, at) => view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true))

/** Cut, twisted, false, locked, enormous: every file a clerk or an attacker may drop. */
export function hostileFiles(): readonly HostileFile[] {
  const whole = plain()
  const xls = bytesOf(madeBook({ Sheet1: { rows } }), 'biff8')
  const ods = bytesOf(madeBook({ Sheet1: { rows } }), 'ods')
  const cut = (share: number): Uint8Array => whole.slice(0, Math.floor(whole.length * share))
  const many = zipSync(Object.fromEntries([...Array.from({ length: 2100 }, (_, i) => [`xl/media/${i}.png`, bytes(1)] as const), ['xl/workbook.xml', text('<workbook/>')]]))
  const blown = directory(zipSync({ 'xl/workbook.xml': text('<workbook/>'), 'xl/worksheets/sheet1.xml': text('<worksheet/>') }), (view, at) => view.setUint32(at + 24, 301 * 1024 * 1024, true))
  return [
    { name: '空.xlsx', bytes: new Uint8Array(), says: /空文件/ },
    { name: '一字节.xlsx', bytes: bytes(0x50), says: /不是 Excel 工作簿/ },
    { name: '只有头.xlsx', bytes: bytes(0x50, 0x4b, 3, 4), says: /不完整或已损坏/ },
    { name: '剩一半.xlsx', bytes: cut(0.5), says: /不完整或已损坏/ },
    { name: '剩九成.xlsx', bytes: cut(0.9), says: /不完整或已损坏/ },
    { name: '缺尾巴.xlsx', bytes: whole.slice(0, -10), says: /不完整或已损坏/ },
    { name: '目录乱指.xlsx', bytes: (() => { const made = whole.slice(); new DataView(made.buffer).setUint32(made.length - 6, 0x7fffffff, true); return made })(), says: /不完整或已损坏/ },
    { name: '中间坏.xlsx', bytes: (() => { const made = whole.slice(); made.fill(0xff, 60, 400); return made })(), says: /已损坏或与目录不符/ },
    { name: '部件太多.xlsx', bytes: many, says: /2101 个部件/ },
    { name: '炸弹.xlsx', bytes: blown, says: /解开后超过 300 MB/ },
    { name: '说谎的炸弹.xlsx', bytes: lying(), says: /xl\/worksheets\/sheet1.xml 已损坏或与目录不符/ },
    { name: '太大.xlsx', bytes: new Uint8Array(31 * 1024 * 1024), says: /31 MB，超过 30 MB/ },
    { name: '加密zip.xlsx', bytes: locked(), says: /设了打开密码/ },
    { name: '加密新.xlsx', bytes: compound('EncryptedPackage'), says: /设了打开密码/ },
    { name: '加密旧.xls', bytes: (() => { const made = xls.slice(); const at = made.findIndex((_, i) => made[i] === 0x09 && made[i + 1] === 0x08 && made[i + 2] === 0x10 && made[i + 3] === 0); if (at >= 0) made.set([0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4], at + 20); return made })(), says: /设了打开密码|读不出来/ },
    { name: '旧xls断了.xls', bytes: xls.slice(0, 1500), says: /里面没有工作簿|读不出来/ },
    { name: '其实是doc.xls', bytes: compound('WordDocument'), says: /旧的 Word 文档/ },
    { name: '不知道的旧文件.xls', bytes: compound('PowerPoint Document'), says: /里面没有工作簿/ },
    { name: '其实是docx.xlsx', bytes: zipSync({ 'word/document.xml': text('<w/>') }), says: /Word 文档/ },
    { name: '其实是pptx.xlsx', bytes: zipSync({ 'ppt/presentation.xml': text('<p/>') }), says: /演示文稿/ },
    { name: '其实是odt.ods', bytes: zipSync({ mimetype: [text('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': text('<x/>') }), says: /不是表格/ },
    { name: '其实是ofd.xlsx', bytes: zipSync({ 'OFD.xml': text('<x/>') }), says: /OFD/ },
    { name: '压缩包.xlsx', bytes: zipSync({ '表.xlsx': whole }), says: /压缩包/ },
    { name: '备份.xlsx', bytes: zipSync({ 'hengji.json': text('{}') }), says: /备份文件/ },
    { name: '压缩包.rar', bytes: text('Rar!\u001a\u0007'), says: /rar、7z/ },
    { name: '其实是pdf.xlsx', bytes: text('%PDF-1.7\n'), says: /PDF/ },
    { name: '截图.xlsx', bytes: bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), says: /图片/ },
    { name: '网页.xls', bytes: text('<html><body><table><tr><td>公务接待费</td><td>1.5</td></tr></table></body></html>'), says: /网页（HTML）/ },
    { name: '带脚本的网页.xls', bytes: text('\ufeff<!DOCTYPE html><script>alert(1)</script>'), says: /网页（HTML）/ },
    { name: '单个网页.xls', bytes: text('MIME-Version: 1.0\nContent-Type: multipart/related'), says: /\.mht/ },
    { name: '表格2003.xls', bytes: text('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'), says: /XML 表格 2003/ },
    { name: '外部实体.xml', bytes: text('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'), says: /XML 文件/ },
    { name: '富文本.xls', bytes: text('{\\rtf1 a}'), says: /RTF/ },
    { name: '数据.json', bytes: text('{"a":1}'), says: /JSON/ },
    { name: '文本改名.xlsx', bytes: text('公务接待费,1.5'), says: /不是 Excel 工作簿，内容是纯文本/ },
    { name: '二进制.csv', bytes: bytes(1, 2, 0, 3, 0, 255), says: /内容不认识/ },
    { name: '引号没关.csv', bytes: text('项目,金额\n"公务接待费,1.5\n'), says: /第 2 行的引号没有配对/ },
    { name: '乱码.csv', bytes: bytes(0x81, 0x20, 0x81, 0x20, 0xff, 0x2c, 0x31), says: /编码不认识/ },
    { name: '空白.csv', bytes: text(' , , \n,\n'), says: /没有内容/ },
    { name: '没有表.xlsx', bytes: repacked(whole, (parts) => { parts['xl/workbook.xml'] = text('<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>') }), says: /没有工作表|读不出来|没有内容/ },
    { name: '表是空的.xlsx', bytes: bytesOf(madeBook({ Sheet1: { rows: [[]] } })), says: /没有内容/ },
    { name: '坏的xml.xlsx', bytes: edited((xml) => xml.slice(0, xml.indexOf('<row'))), says: /没有内容|读不出来/ },
    { name: 'ods断了.ods', bytes: ods.slice(0, ods.length - 30), says: /不完整或已损坏/ },
    // Read, and harmless: what stands in them is data.
    { name: '远处的格子.xlsx', bytes: edited((xml) => xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>').replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>')), says: null },
    { name: '巨大的合并.xlsx', bytes: edited((xml) => xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="C3:XFD1048576"/></mergeCells>')), says: null },
    { name: '公式文字.xlsx', bytes: bytesOf(madeBook({ Sheet1: { rows: [...rows, ["=cmd|' /C calc'!A0", '=1+1'], ['@SUM(A1)', '+1']] } })), says: null },
    { name: '原型.xlsx', bytes: bytesOf(madeBook({ __proto__x: { rows: [['__proto__', 'constructor'], ['toString', 1], ['hasOwnProperty', 2]] } })), says: null },
    { name: '外部链接.xlsx', bytes: edited((xml) => xml.replace(/<c r="B2"[^>]*><v>1.5<\/v><\/c>/, '<c r="B2"><f>[1]Sheet1!A1</f><v>9</v></c>')), says: null },
    { name: '坏数.xlsx', bytes: edited((xml) => xml.replace('<v>1.5</v>', '<v>NaN</v>')), says: null },
    { name: '名字很长.csv', bytes: text(`项目,2020年决算数\n${'公'.repeat(40_000)},1\n`), says: null },
  ]
}

