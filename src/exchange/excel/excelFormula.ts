import type { Expression } from '../../domain/expression/expression'
import { isComparison, leastTightness, tightness, TIGHTEST } from '../../domain/expression/precedence'
import { cellId, type FigureId } from '../../domain/measures/item'
import { countFormula, countIfFormula, sumFormula, sumIfFormula, sumNotInvolved, type ColumnFormula } from './columnFormula'

/** Where figures and columns stand in the workbook; null where they are not in it. */
export interface CellPlaces {
  figure(id: FigureId): string | null
  /** The data rows of a column as a range; `ROW_KIND` is the column of 行类别, where a table has one. */
  column(table: string, column: string): string | null
}

/** How a leaf is read: as it stands, or money rounded to the two decimals the paper prints. */
export type LeafReading = (id: FigureId, reference: string) => string

/** How a formula is to be written. */
export interface FormulaOptions {
  readonly leaf?: LeafReading
  /** What is done with the value: rounding. */
  readonly wrap?: (value: string) => string
  /** What stands in the cell where a divisor is 0, as Excel writes it; nothing where it is not said. */
  readonly zeroDivisor?: string
}

/** Excel takes no longer formula. */
const LONGEST = 8000

/** A condition of Excel, or null where it never holds. */
type Condition = string | null

class NotInWorkbook extends Error {}

function joined(name: 'AND' | 'OR', conditions: readonly string[]): string {
  const different = [...new Set(conditions)]
  return different.length === 1 ? different[0]! : `${name}(${different.join(',')})`
}

function anyOf(conditions: readonly Condition[]): Condition {
  const possible = conditions.filter((condition) => condition !== null)
  return possible.length === 0 ? null : joined('OR', possible)
}

const allOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 || conditions.includes(null) ? null : joined('AND', conditions as readonly string[])

const asNumber: LeafReading = (_id, reference) => `N(${reference})`

const isTruth = (tree: Expression): boolean =>
  (tree.kind === 'operation' && isComparison(tree.operator)) || (tree.kind === 'call' && ['AND', 'OR', 'NOT'].includes(tree.name))

/** Whether the value comes out as 0 where it is 不涉及, so that it adds nothing to a sum as it stands. */
function isZeroWhereNotInvolved(tree: Expression): boolean {
  if (tree.kind === 'negative') return isZeroWhereNotInvolved(tree.of)
  if (tree.kind === 'operation') return ['+', '-', '*'].includes(tree.operator) && isZeroWhereNotInvolved(tree.left) && isZeroWhereNotInvolved(tree.right)
  return tree.kind !== 'call' || (tree.name === 'SUM' && tree.args.every(isZeroWhereNotInvolved))
}

class Writer {
  private readonly places: CellPlaces
  private readonly leaf: LeafReading
  constructor(places: CellPlaces, leaf: LeafReading) {
    this.places = places
    this.leaf = leaf
  }

  /** The value as a number: a comparison that stands for 1 or 0 is made one. */
  value(tree: Expression): string {
    return isTruth(tree) ? `N(${this.written(tree)})` : this.written(tree)
  }

  /** The value as a part of a sum: what is 不涉及 adds nothing. */
  private term(tree: Expression): string {
    const notInvolved = isZeroWhereNotInvolved(tree) ? null : this.notInvolved(tree)
    return notInvolved === null ? this.value(tree) : `IF(${notInvolved},0,${this.value(tree)})`
  }

  /** When a figure is blank that the value needs. */
  missing(tree: Expression): Condition {
    switch (tree.kind) {
      case 'item':
      case 'cell':
        return `${this.reference(tree)}=""`
      case 'negative':
        return this.missing(tree.of)
      case 'operation':
        return anyOf([this.missing(tree.left), this.missing(tree.right)])
      case 'call':
        if (tree.name === 'IF') return this.branched(tree, (part) => this.missing(part))
        return anyOf([...tree.args.map((arg) => this.missing(arg)), this.column(tree)?.missing ?? null])
      default:
        return null
    }
  }

  /** When the value is 不涉及: a sum where all its parts are, anything else where one is. */
  notInvolved(tree: Expression): Condition {
    switch (tree.kind) {
      case 'item':
      case 'cell':
        return `ISTEXT(${this.reference(tree)})`
      case 'negative':
        return this.notInvolved(tree.of)
      case 'operation': {
        if (tree.left.kind === 'text' || tree.right.kind === 'text') return null
        const sides = [this.notInvolved(tree.left), this.notInvolved(tree.right)]
        return tree.operator === '+' || tree.operator === '-' ? allOf(sides) : anyOf(sides)
      }
      case 'call':
        if (tree.name === 'IF') return this.branched(tree, (part) => this.notInvolved(part))
        if (tree.name === 'SUM') return allOf(tree.args.map((arg) => (arg.kind === 'column' ? sumNotInvolved(this.rangesOf(arg)) : this.notInvolved(arg))))
        return this.column(tree) ? null : anyOf(tree.args.map((arg) => this.notInvolved(arg)))
      default:
        return null
    }
  }

  /** A condition over the branch an IF takes; none is taken where its test is 不涉及. */
  private branched(tree: Extract<Expression, { kind: 'call' }>, of: (part: Expression) => Condition): Condition {
    const [test, then, otherwise] = tree.args as readonly [Expression, Expression, Expression]
    const [taken, other, untested] = [of(then), of(otherwise), this.notInvolved(test)]
    if (taken === null && other === null) return of(test)
    const inBranch = `IF(${this.written(test)},${taken ?? 'FALSE()'},${other ?? 'FALSE()'})`
    return anyOf([of(test), untested === null ? inBranch : `IF(${untested},FALSE(),${inBranch})`])
  }

  private reference(tree: Extract<Expression, { kind: 'item' | 'cell' }>): string {
    const found = this.places.figure(tree.kind === 'item' ? tree.item : cellId(tree.table, tree.row, tree.column))
    if (found === null) throw new NotInWorkbook()
    return found
  }

  private range(table: string, column: string): string {
    const found = this.places.column(table, column)
    if (found === null) throw new NotInWorkbook()
    return found
  }

  /** What a call says of a whole column; null where it has none. A SUM of several parts reads each on its own. */
  private column(tree: Extract<Expression, { kind: 'call' }>): ColumnFormula | null {
    const [first, condition, third] = tree.args
    if (tree.name === 'SUM') {
      const columns = tree.args.flatMap((arg) => (arg.kind === 'column' ? [sumFormula(this.rangesOf(arg))] : []))
      return columns.length === 0 ? null : { value: columns.map(({ value }) => value).join(','), missing: anyOf(columns.map(({ missing }) => missing)) }
    }
    if (first?.kind !== 'column') return null
    const ranges = this.rangesOf(first)
    if (tree.name === 'COUNT') return countFormula(ranges)
    if (condition?.kind !== 'text' && condition?.kind !== 'number') return null
    if (tree.name === 'COUNTIF') return countIfFormula(ranges, condition.text)
    return sumIfFormula(ranges, condition.text, third?.kind === 'column' ? this.range(third.table, third.column) : ranges.range)
  }

  private rangesOf(of: Extract<Expression, { kind: 'column' }>) {
    const kinds = this.places.column(of.table, ROW_KIND)
    return { range: this.range(of.table, of.column), ...(kinds === null ? {} : { kinds, counts: this.range(of.table, 'rowCount') }) }
  }

  /** As Excel writes it; a comparison is TRUE or FALSE. */
  private written(tree: Expression): string {
    const inside = (part: Expression, least: number): string =>
      isTruth(part) || tightness(part) >= least ? this.value(part) : `(${this.value(part)})`
    switch (tree.kind) {
      case 'item':
        return this.leaf(tree.item, this.reference(tree))
      case 'cell':
        return this.leaf(cellId(tree.table, tree.row, tree.column), this.reference(tree))
      case 'column':
        return sumFormula(this.rangesOf(tree)).value
      case 'number':
        return tree.percent ? `${tree.text}%` : tree.text
      case 'text':
        return `"${tree.text.replaceAll('"', '""')}"`
      case 'negative':
        return `-${inside(tree.of, TIGHTEST)}`
      case 'operation': {
        if (tree.left.kind === 'text' || tree.right.kind === 'text') return `${this.words(tree.left)}${tree.operator}${this.words(tree.right)}`
        // Excel compares doubles: the guard keeps 0.1 + 0.2 from missing 0.3.
        if (isComparison(tree.operator)) return `ROUND(${this.value(tree.left)},10)${tree.operator}ROUND(${this.value(tree.right)},10)`
        const least = leastTightness(tree.operator)
        const side = (part: Expression, tight: number) =>
          (tree.operator === '+' || tree.operator === '-') && !isZeroWhereNotInvolved(part) && this.notInvolved(part) !== null ? this.term(part) : inside(part, tight)
        return `${side(tree.left, least.left)}${tree.operator}${side(tree.right, least.right)}`
      }
      case 'call':
        return this.called(tree)
    }
  }

  /** Words are compared as they stand; N() would turn them into 0. */
  private words(part: Expression): string {
    return part.kind === 'item' || part.kind === 'cell' ? this.reference(part) : this.written(part)
  }

  private called(tree: Extract<Expression, { kind: 'call' }>): string {
    const [first, second, third] = tree.args as readonly [Expression, Expression, Expression]
    switch (tree.name) {
      case 'COUNT':
      case 'COUNTIF':
      case 'SUMIF':
        return this.column(tree)!.value
      case 'ROUND':
        // 1.005 × 100 is 100.49999999999999 in doubles; the inner rounding brings it back.
        return `ROUND(ROUND(${this.value(first)},10),${this.value(second)})`
      case 'IF':
        return `IF(${this.written(first)},${this.value(second)},${this.value(third)})`
      case 'AND':
      case 'OR':
      case 'NOT':
        return `${tree.name}(${tree.args.map((arg) => this.written(arg)).join(',')})`
      case 'SUM':
        return `SUM(${tree.args.map((arg) => this.term(arg)).join(',')})`
      default:
        return `${tree.name}(${tree.args.map((arg) => this.value(arg)).join(',')})`
    }
  }
}

/** The column of 行类别 among a table's columns. */
export const ROW_KIND = 'rowKind'

/**
 * A formula for Excel and its relatives: blank while a figure is missing, 不涉及 where the figure is, else the value.
 * Null where a figure does not stand in the workbook.
 */
export function excelFormula(tree: Expression, places: CellPlaces, options: FormulaOptions = {}): string | null {
  try {
    const writer = new Writer(places, options.leaf ?? asNumber)
    const value = (options.wrap ?? ((text) => text))(writer.value(tree))
    const [missing, notInvolved] = [writer.missing(tree), writer.notInvolved(tree)]
    const known = notInvolved === null ? value : `IF(${notInvolved},"不涉及",${value})`
    // A zero divisor may also stand in the condition that decides what is needed.
    const formula = `IFERROR(${missing === null ? known : `IF(${missing},"",${known})`},${options.zeroDivisor ?? '""'})`
    return formula.length > LONGEST ? null : formula
  } catch (problem) {
    if (problem instanceof NotInWorkbook) return null
    throw problem
  }
}
