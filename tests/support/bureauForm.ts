import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx'

/** The bureau's blank form, as its office would make it: styles, merged heads, notes, print set-up, choices, formulas of its own. */
export async function bureauForm(year = 2025): Promise<Uint8Array> {
  const line = { style: 'thin', color: { rgb: '000000' } } as const
  const border = { top: line, bottom: line, left: line, right: line }
  const head = { font: { name: '黑体', size: 11, bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBF7' } }, border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } } as const
  const amount = { font: { name: '仿宋', size: 11 }, border, numFmt: '#,##0.00' } as const
  const label = { font: { name: '仿宋', size: 11 }, border } as const
  const cells = new Map<string, Partial<Cell>>()
  const put = (row: number, column: number, value: string | null, style: CellStyle, more: Partial<Cell> = {}): void => {
    cells.set(`${row},${column}`, { value, type: value === null ? 'empty' : 'string', style, ...more })
  }
  put(0, 0, '附件2', { font: { name: '黑体', size: 12 } })
  put(1, 0, `部门整体支出绩效评价基础数据表（${year}年度）`, { font: { name: '方正小标宋简体', size: 18 }, alignment: { horizontal: 'center' } })
  put(2, 0, '填报单位：　　　　　　　　　　　单位：元', { font: { name: '仿宋', size: 11 } })
  ;['财政供养人员情况', '编制数', `${year}年实际在职人数`, '控制率'].forEach((text, column) => put(3, column, text, head))
  put(4, 0, null, label)
  for (const column of [1, 2]) put(4, column, null, { ...amount, numFmt: '0' })
  put(4, 3, null, { ...amount, numFmt: '0.00%' })
  ;['经费控制情况', `${year - 1}年决算数`, `${year}年预算数`, `${year}年决算数`].forEach((text, column) => put(5, column, text, head))
  const rows = ['三公经费', '1、公务用车购置和维护经费', '其中：公车购置', '公车运行维护', '2、出国（境）经费', '3、公务接待', '项目支出', '公用经费', '局里另加的一行', '政府采购金额']
  rows.forEach((text, i) => {
    put(6 + i, 0, text, label)
    for (const column of [1, 2, 3]) put(6 + i, column, null, amount)
  })
  for (const letter of ['B', 'C', 'D'] as const) put(6, 'ABCD'.indexOf(letter), null, amount, { type: 'formula', formula: `${letter}8+${letter}11+${letter}12`, formulaResult: 0 })
  put(17, 0, '注：不得改变表样。', { font: { name: '仿宋', size: 9 } })
  cells.set('7,3', { ...cells.get('7,3'), comment: { text: '含购置和运行', author: '绩效股' } } as Partial<Cell>)
  const sheet: WriteSheet = {
    name: '附件2 基础数据表', cells, rows: Array.from({ length: 18 }, () => [null, null, null, null]),
    merges: [{ startRow: 1, startCol: 0, endRow: 1, endCol: 3 }, { startRow: 2, startCol: 0, endRow: 2, endCol: 3 }, { startRow: 3, startCol: 0, endRow: 4, endCol: 0 }],
    columns: [{ width: 31.5 }, { width: 14 }, { width: 16 }, { width: 14 }],
    rowDefs: new Map([[1, { height: 36 }]]),
    dataValidations: [{ type: 'decimal', operator: 'greaterThanOrEqual', formula1: '0', range: 'B7:D16', allowBlank: true }],
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 1, margins: { top: 0.9, bottom: 0.8, left: 0.7, right: 0.7, header: 0.3, footer: 0.3 } },
    headerFooter: { oddFooter: '&C第 &P 页' },
  }
  const projects = new Map<string, Partial<Cell>>()
  ;['序号', '项目名称', '年初预算数（万元）', `${year}年决算数（万元）`].forEach((text, column) => projects.set(`2,${column}`, { value: text, type: 'string', style: head }))
  projects.set('0,0', { value: '项目支出明细表', type: 'string', style: head })
  projects.set('1,3', { value: '单位：万元', type: 'string', style: label })
  for (let row = 3; row < 8; row++) for (let column = 0; column < 4; column++) projects.set(`${row},${column}`, column === 0 ? { value: row - 2, type: 'number', style: label } : { value: null, type: 'empty', style: column > 1 ? amount : label })
  projects.set('8,0', { value: '合计', type: 'string', style: label })
  for (const column of [1, 2, 3]) projects.set(`8,${column}`, { value: null, type: 'empty', style: amount })
  const list: WriteSheet = { name: '附件3 项目明细', cells: projects, rows: Array.from({ length: 9 }, () => [null, null, null, null]), merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }], columns: [{ width: 6 }, { width: 40 }, { width: 18 }, { width: 18 }] }
  return writeXlsx({ sheets: [sheet, list], properties: { creator: '某区财政局绩效股' } })
}

/** A package's parts as text. */
export const partsOf = (bytes: Uint8Array): { readonly [name: string]: string } =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))

/** The package with one part changed, packed anew. */
export function withPart(bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name]!))) })
}

/** A sheet's XML without what its cells say: what is left must not change. */
export const withoutValues = (xml: string): string => xml
  .replace(/<c( [^>]*?)?(\/>|>[\s\S]*?<\/c>)/g, (cell) => {
    const attributes = /^<c([^>]*?)\/?>/.exec(cell)![1]!.replace(/\st="[^"]*"/, '')
    const formula = /<f[\s>][\s\S]*?<\/f>|<f[^>]*\/>/.exec(cell)?.[0] ?? ''
    return `<c${attributes}>${formula}</c>`
  })
