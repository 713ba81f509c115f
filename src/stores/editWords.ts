import { catalog } from '../catalog/catalog'
import type { Answer } from '../domain/evaluation/answer'
import type { Edit } from '../domain/evaluation/edit'
import type { Evaluation } from '../domain/evaluation/evaluation'
import { SCORE_AUTHORS } from '../domain/evaluation/judgement'
import { standing } from '../domain/evaluation/placeEdit'
import { BASES, FUNDS } from '../domain/measures/basis'
import { outlineOf } from '../domain/report/outlineOf'
import { itemOf, type ItemId } from '../domain/measures/item'

type Single = Exclude<Edit, { readonly kind: 'together' }>

function itemWords(id: ItemId): string {
  const { measure: measureId, basis, fund } = itemOf(id)
  const measure = catalog.measures.find((candidate) => candidate.id === measureId)
  const one = !measure || measure.bases.length < 2
  return [measure?.name ?? id, ...(basis && !one ? [BASES[basis].label] : []), ...(fund && fund !== 'all' ? [FUNDS[fund]] : [])].join(' ')
}

const tableBlock = (table: string) =>
  catalog.forms.flatMap((form) => form.blocks.map((block) => ({ form, block }))).find(({ block }) => block.kind === 'table' && block.table === table)

function rowWords(table: string, row: string, evaluation: Evaluation): string {
  const rows = evaluation.tables[table] ?? []
  const at = rows.findIndex(({ id }) => id === row)
  const found = tableBlock(table)
  const first = found?.block.kind === 'table' ? found.block.columns[0]?.id : undefined
  const named = first === undefined ? undefined : rows[at]?.cells[first]
  const which = named?.kind === 'given' ? `“${named.text}”` : at >= 0 ? `第 ${at + 1} 行` : '已删除的行'
  return `${found?.form.name ?? table} ${which}`
}

function columnWords(table: string, column: string): string {
  const found = tableBlock(table)
  const spec = found?.block.kind === 'table' ? found.block.columns.find(({ id }) => id === column) : undefined
  return spec?.formulaName ?? spec?.head ?? column
}

/** Which place an edit changes, in the words of the forms: 编制数, 专项支出 “机房设备维护” 本年决算. */
export function placeWords(edit: Edit, evaluation: Evaluation): string {
  switch (edit.kind) {
    case 'answer': return itemWords(edit.item)
    case 'cell': return `${rowWords(edit.table, edit.row, evaluation)} ${columnWords(edit.table, edit.column)}`
    case 'rowKind': return `${rowWords(edit.table, edit.row, evaluation)} 行类别`
    case 'rowAdded': return `${tableBlock(edit.table)?.form.name ?? edit.table} 增加一行`
    case 'rowRemoved': return `${rowWords(edit.table, edit.row.id, evaluation)} 删除`
    case 'rowMoved': return `${rowWords(edit.table, edit.row, evaluation)} 移动`
    case 'rowsOrdered': return `${tableBlock(edit.table)?.form.name ?? edit.table} 排序`
    case 'judgement': return `${evaluation.framework.indicators.find(({ id }) => id === edit.indicator)?.title ?? edit.indicator} ${SCORE_AUTHORS[edit.author]}`
    case 'narrative': {
      const { sections } = outlineOf(catalog, evaluation)
      return `报告“${sections.find(({ id }) => id === edit.section)?.heading ?? edit.section}”`
    }
    case 'explanation': {
      const says = catalog.checks.find(({ id }) => id === edit.check)?.says
      return says === undefined ? '审核情况说明' : `审核说明“${says}”`
    }
    case 'settings': return '评价设置'
    case 'framework': return '指标体系'
    case 'sections': return '提纲章节'
    case 'outline': return '报告提纲'
    case 'year': return '评价年度'
    case 'together': return edit.edits[0] ? `${placeWords(edit.edits[0], evaluation)}${edit.edits.length > 1 ? ` 等 ${edit.edits.length} 处` : ''}` : '修改'
  }
}

const isAnswer = (value: object): value is Answer => 'kind' in value && (value.kind === 'given' || value.kind === 'notInvolved')

function valueWords(value: unknown): string {
  if (value === null) return '空白'
  if (value === undefined) return '已删除'
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value === 'object' && isAnswer(value)) return value.kind === 'given' ? value.text : '不涉及'
  if (Array.isArray(value)) return `${value.flat().map((run: { text?: string }) => run.text ?? '〔数字〕').join('').slice(0, 60)}`
  return '另有内容'
}

/** An edit as it lies between two versions: the place, and what stood there before and after. */
export const changeWords = (edit: Single, evaluation: Evaluation): { readonly words: string; readonly before: string; readonly after: string } => ({
  words: placeWords(edit, evaluation),
  before: edit.kind === 'rowAdded' ? '没有' : edit.kind === 'rowRemoved' ? '有' : edit.kind === 'rowMoved' || edit.kind === 'rowsOrdered' ? '原顺序' : valueWords(edit.before),
  after: edit.kind === 'rowAdded' ? '有' : edit.kind === 'rowRemoved' ? '没有' : edit.kind === 'rowMoved' || edit.kind === 'rowsOrdered' ? '新顺序' : valueWords(edit.after),
})

/** An edit against what stands in its place: for asking which of the two shall stay. */
export const clashWords = (edit: Single, theirs: Evaluation): { readonly words: string; readonly mine: string; readonly theirs: string } => ({
  words: placeWords(edit, theirs),
  mine: edit.kind === 'rowAdded' ? '增加' : edit.kind === 'rowRemoved' ? '删除' : edit.kind === 'rowMoved' ? '移动' : edit.kind === 'rowsOrdered' ? '排序' : valueWords(edit.after),
  theirs: 'before' in edit && edit.kind !== 'rowsOrdered' ? valueWords(standing(edit, theirs)) : '已修改',
})
