import { fromDecimal } from '../../kernel/rational'
import { dimensionKey } from '../goals/goal'
import type { ReadGoal, ReadTable, RejectedRow } from './goalReading'
import { splitTarget } from './readTarget'

type Role = 'dimension' | 'group' | 'title' | 'target' | 'sign' | 'unit' | 'weight' | 'actual' | 'points' | 'reason' | 'improvement' | 'valueKind'

/** What the heads of a 绩效目标表 are called in the provinces. */
const HEADS: readonly (readonly [Role, RegExp])[] = [
  ['dimension', /^一级指标$/], ['group', /^二级指标$/], ['title', /^(三级指标(名称)?|指标名称|绩效指标名称|指标内容)$/],
  ['sign', /^((计算|比较|运算)?符号|指标方向|指标性质)$/], ['valueKind', /^指标值类型$/],
  ['target', /^((年度|绩效|本年度?)?(指标|目标)值(\(?A\)?)?|年度目标|目标指标值)$/], ['unit', /^((计量|度量)?单位)$/],
  ['weight', /^(分值|权重|分值权重|权重\(?%\)?)$/], ['actual', /^((全年|年度)?(实际)?完成(值|情况)|(全年|自评)?实际值|自评完成值|实际完成值?)$/],
  ['points', /^(自评)?得分$/], ['reason', /^(偏差|未完成|扣分)?(原因)(分析)?(及改进措施)?$/], ['improvement', /^改进措施$/],
]

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
const headOf = (text: string): Role | null => {
  const words = plain(text).replace(/\((?!A|%)[^)]*\)/g, '').replace(/\([AB]\)$/, '')
  return HEADS.find(([, says]) => says.test(words))?.[0] ?? null
}

type Columns = ReadonlyMap<Role, number>

/** The columns of a head row; null where the row is none: it names 三级指标 and 指标值. */
function headRow(cells: readonly string[]): Columns | null {
  const columns = new Map<Role, number>()
  cells.forEach((text, column) => {
    const role = headOf(text)
    if (role && !columns.has(role)) columns.set(role, column)
  })
  return columns.has('title') && columns.has('target') ? columns : null
}

const letters = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26)))

const placeOf = (table: ReadTable, row: number, column: number): string => (table.isSheet ? `${table.name}!${letters(column)}${row + 1}` : `${table.name} 第 ${row + 1} 行`)

/** The project named above a table's head, by the last 项目名称 before it; empty for the whole unit. */
function projectAbove(rows: ReadTable['rows'], head: number, from: number): string {
  for (let row = head - 1; row >= from; row--) {
    const cells = rows[row] ?? []
    const at = cells.findIndex((text) => /^项目名称[:：]?$/.test(plain(text)))
    const named = at < 0 ? undefined : cells.slice(at + 1).find((text) => text.trim() !== '' && plain(text) !== plain(cells[at]!))
    if (named !== undefined) return named.trim()
    const inline = cells.map((text) => /^项目名称[:：](.+)$/.exec(text.trim())?.[1]).find((text) => text !== undefined)
    if (inline !== undefined) return inline.trim()
  }
  return ''
}

const ENDS = /^(总分|合计|总计|小计|注[:：]|填表人|备注[:：])/
const BLANK = /^[/／—－-]*$/

/** 产出 → 产出指标, weights in brackets off: the words of our own list where it is one of them. */
const dimensionOf = (text: string): string => {
  const key = dimensionKey(text)
  return ['产出', '效益', '满意度', '成本'].includes(key) ? `${key}指标` : text.trim()
}

const weightOf = (text: string): string | null => {
  const found = /^(\d+(?:\.\d+)?)(分|%)?$/.exec(plain(text))
  return found ? found[1]! : null
}

interface Found { readonly goals: ReadGoal[]; readonly rejected: RejectedRow[] }

/** Reads the rows under one head, until the next head or the end of the table; its last row. */
function readBody(table: ReadTable, head: number, columns: Columns, project: string, found: Found): number {
  const of = (cells: readonly string[], role: Role): string => {
    const column = columns.get(role)
    return column === undefined ? '' : (cells[column] ?? '').trim()
  }
  let [dimension, group] = ['', '']
  let row = head + 1
  for (; row < table.rows.length; row++) {
    const cells = table.rows[row] ?? []
    if (headRow(cells)) break
    const words = cells.filter((text) => text.trim() !== '')
    if (words.length === 0) continue
    if (words.some((text) => ENDS.test(plain(text)))) continue
    if (!BLANK.test(of(cells, 'dimension'))) {
      if (of(cells, 'dimension') !== dimension) group = ''
      dimension = of(cells, 'dimension')
    }
    if (!BLANK.test(of(cells, 'group'))) group = of(cells, 'group')
    const place = placeOf(table, row, columns.get('title')!)
    const title = of(cells, 'title')
    const value = of(cells, 'target')
    // Empty slots are printed as 「/」: nothing to read.
    if (BLANK.test(title) && BLANK.test(value)) continue
    if (BLANK.test(title)) {
      found.rejected.push({ place, found: value, why: '有指标值，没有三级指标名称' })
      continue
    }
    if (BLANK.test(value)) {
      found.rejected.push({ place: placeOf(table, row, columns.get('target')!), found: title, why: '没有指标值' })
      continue
    }
    const { doubt, ...split } = splitTarget(value, of(cells, 'valueKind') === '定性' ? '定性' : of(cells, 'sign'), BLANK.test(of(cells, 'unit')) ? '' : of(cells, 'unit'))
    const weight = weightOf(of(cells, 'weight'))
    const points = fromDecimal(of(cells, 'points')) ? of(cells, 'points') : ''
    const doubts = [doubt, weight === null ? '没有分值，请照批复补填' : undefined, dimension === '' ? '没有一级指标，请补填' : undefined].filter((text) => text !== undefined)
    const read = {
      project, dimension: dimensionOf(dimension), group, title: title.replace(/\s*\n\s*/g, ''), ...split, weight: weight ?? '',
      actual: of(cells, 'actual'), points, reason: of(cells, 'reason'), improvement: of(cells, 'improvement'),
    }
    found.goals.push({ place, cells: Object.fromEntries(Object.entries(read).filter(([, text]) => text !== '' && !/^[/／]+$/.test(text))), ...(doubts.length > 0 ? { doubt: doubts.join('；') } : {}) })
  }
  return row - 1
}

/** Every goal of a file's tables, each with its place; what is not taken is told with the reason. */
export function readGoals(tables: readonly ReadTable[]): { readonly goals: readonly ReadGoal[]; readonly rejected: readonly RejectedRow[]; readonly skipped: readonly string[] } {
  const found: Found = { goals: [], rejected: [] }
  const skipped: string[] = []
  for (const table of tables) {
    let [heads, from] = [0, 0]
    for (let row = 0; row < table.rows.length; row++) {
      const columns = headRow(table.rows[row] ?? [])
      if (!columns) continue
      heads++
      row = readBody(table, row, columns, projectAbove(table.rows, row, from), found)
      from = row + 1
    }
    if (heads === 0) skipped.push(table.name)
  }
  return { ...found, skipped }
}
