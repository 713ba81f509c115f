import type { Expression } from '../../domain/expression/expression'
import { parts } from '../../domain/expression/figuresIn'
import { PRECEDENCE, tightness } from '../../domain/expression/precedence'
import { cellId, type FigureId } from '../../domain/measures/item'

/** Where figures and columns stand in the workbook; null where they are not in it. */
export interface CellPlaces {
  figure(id: FigureId): string | null
  /** The data rows of a column as a range, and of its 行类别 and 项目个数 columns. */
  column(table: string, column: string): string | null
}

/** How a leaf is read: as it stands, or money rounded to the two decimals the paper prints. */
export type LeafReading = (id: FigureId, reference: string) => string

const asNumber: LeafReading = (_id, reference) => `N(${reference})`

class NotInWorkbook extends Error {}

function render(tree: Expression, places: CellPlaces, leaf: LeafReading): string {
  const inside = (part: Expression, least: number): string => {
    const text = render(part, places, leaf)
    return tightness(part) < least ? `(${text})` : text
  }
  const reference = (id: FigureId): string => {
    const found = places.figure(id)
    if (found === null) throw new NotInWorkbook(id)
    return found
  }
  switch (tree.kind) {
    case 'item':
      return leaf(tree.item, reference(tree.item))
    case 'cell':
      return leaf(cellId(tree.table, tree.row, tree.column), reference(cellId(tree.table, tree.row, tree.column)))
    case 'column': {
      const range = places.column(tree.table, tree.column)
      if (range === null) throw new NotInWorkbook(tree.table)
      return range
    }
    case 'number':
      return tree.percent ? `${tree.text}%` : tree.text
    case 'text':
      return `"${tree.text.replaceAll('"', '""')}"`
    case 'negative':
      return `-${inside(tree.of, 9)}`
    case 'operation': {
      // Words are compared as they stand; N() would turn them into 0.
      const read = tree.left.kind === 'text' || tree.right.kind === 'text' ? (_: FigureId, text: string) => text : leaf
      const side = (part: Expression, least: number) => {
        const text = render(part, places, read)
        return tightness(part) < least ? `(${text})` : text
      }
      const binding = PRECEDENCE[tree.operator]
      const [left, right] = [side(tree.left, binding), side(tree.right, binding + 1)]
      // Excel compares doubles: the guard keeps 0.1 + 0.2 from missing 0.3.
      if (binding === 1 && read === leaf) return `ROUND(${left},10)${tree.operator}ROUND(${right},10)`
      return `${left}${tree.operator}${right}`
    }
    case 'call':
      return `${tree.name}(${tree.args.map((arg) => render(arg, places, leaf)).join(',')})`
  }
}

/** Figures a formula reads as numbers or words, each once. */
function references(tree: Expression, places: CellPlaces): readonly string[] {
  const found = new Set<string>()
  for (const part of parts(tree)) {
    const id = part.kind === 'item' ? part.item : part.kind === 'cell' ? cellId(part.table, part.row, part.column) : null
    const reference = id === null ? null : places.figure(id)
    if (reference !== null) found.add(reference)
  }
  return [...found]
}

/** A divisor or dividend that is one figure makes the whole 不涉及 when it is. */
function notInvolvedTests(tree: Expression, places: CellPlaces): readonly string[] {
  if (tree.kind !== 'operation' || tree.operator !== '/') return []
  return [tree.left, tree.right].flatMap((side) => {
    const reference = side.kind === 'item' ? places.figure(side.item) : null
    return reference === null ? [] : [`ISTEXT(${reference})`]
  })
}

/** How a formula is to be written. */
export interface FormulaOptions {
  readonly leaf?: LeafReading
  /** What is done with the value: rounding. */
  readonly wrap?: (value: string) => string
  /** A sum whose every part is 不涉及 is so itself. */
  readonly noneInvolved?: true
}

/**
 * A formula for Excel and its relatives: blank while a figure is missing, 不涉及 where the figure is, else the value.
 * Null where a figure does not stand in the workbook.
 */
export function excelFormula(tree: Expression, places: CellPlaces, options: FormulaOptions = {}): string | null {
  try {
    const value = (options.wrap ?? ((text) => text))(render(tree, places, options.leaf ?? asNumber))
    const read = references(tree, places)
    const blanks = read.map((reference) => `${reference}=""`)
    const guarded = blanks.length > 0 ? `IF(OR(${blanks.join(',')}),"",` : ''
    const involved = options.noneInvolved && read.length > 0 ? [`COUNT(${read.join(',')})=0`] : notInvolvedTests(tree, places)
    const notInvolved = involved.length > 0 ? `IF(OR(${involved.join(',')}),"不涉及",` : ''
    return `${guarded}${notInvolved}IFERROR(${value},"")${')'.repeat((guarded ? 1 : 0) + (notInvolved ? 1 : 0))}`
  } catch (problem) {
    if (problem instanceof NotInWorkbook) return null
    throw problem
  }
}
