import type { Evaluation, Row } from '../evaluation/evaluation'
import type { Expression } from '../expression/expression'
import { ANY_ROW, cellId, cellOf, type FigureId } from '../measures/item'
import type { Check, EachRow } from './check'

/** The formula for one row: `专项[*].本年决算` becomes the row's own cell. */
function forRow(tree: Expression, row: string): Expression {
  switch (tree.kind) {
    case 'cell':
      return tree.row === ANY_ROW ? { ...tree, row } : tree
    case 'negative':
      return { ...tree, of: forRow(tree.of, row) }
    case 'operation':
      return { ...tree, left: forRow(tree.left, row), right: forRow(tree.right, row) }
    case 'call':
      return { ...tree, args: tree.args.map((arg) => forRow(arg, row)) }
    default:
      return tree
  }
}

function placeIn(at: FigureId, row: string): FigureId {
  const cell = cellOf(at)
  return cell?.row === ANY_ROW ? cellId(cell.table, row, cell.column) : at
}

const titleOf = (row: Row, column: string): string => {
  const title = row.cells[column]
  return title?.kind === 'given' ? title.text : '未写名称的一行'
}

function checkOn(check: Check, each: EachRow, row: Row): Check {
  const { when, unless } = check
  return {
    ...check,
    id: `${check.id}[${row.id}]`,
    says: `${check.says}：${titleOf(row, each.title)}`,
    left: forRow(check.left, row.id),
    right: forRow(check.right, row.id),
    at: placeIn(check.at, row.id),
    ...(when === undefined ? {} : { when: forRow(when, row.id) }),
    ...(unless === undefined ? {} : { unless: forRow(unless, row.id) }),
  }
}

/** A row that was not edited is the same object: what was made for it stands. */
const known = new WeakMap<Row, Map<Check, Check>>()

function checkFor(check: Check, each: EachRow, row: Row): Check {
  let made = known.get(row)
  if (!made) known.set(row, made = new Map())
  let one = made.get(check)
  if (!one) made.set(check, one = checkOn(check, each, row))
  return one
}

/** The checks as they are run on an evaluation: one on rows becomes one for each row. */
export function expanded(check: Check, evaluation: Evaluation): readonly Check[] {
  const each = check.eachRow
  if (!each) return [check]
  return (evaluation.tables[each.table] ?? []).filter((row) => each.kinds.includes(row.kind)).map((row) => checkFor(check, each, row))
}
