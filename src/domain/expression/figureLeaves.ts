import { equals, toDecimalText, ZERO } from '../../kernel/rational'
import type { Figure, Figures } from '../figures/figures'
import { cellOf, type FigureId } from '../measures/item'
import { rowsMeeting, summedRows } from './columnFunctions'
import { evaluate } from './evaluate'
import type { Call, Leaves } from './explain'
import type { Expression } from './expression'

/** A sum over more rows than this is told by its beginning and end. */
const MOST_TERMS = 12
const SHOWN_TERMS = 8

const signed = (text: string): string => (text.startsWith('-') ? `（−${text.slice(1)}）` : text)

function figureText(figure: Figure): string {
  if (figure.kind === 'value') return signed(figure.text)
  return figure.kind === 'notApplicable' ? '不涉及' : '未填'
}

function joined(texts: readonly string[], sign: string): string {
  if (texts.length === 0) return '0'
  if (texts.length <= MOST_TERMS) return texts.join(sign)
  return [...texts.slice(0, SHOWN_TERMS), '…', texts.at(-1)!].join(sign)
}

/** Leaves that print figures: 「5 ÷ 8」. A figure that is not known prints why. */
export function figureLeaves(figures: Figures): Leaves {
  const texts = (rows: readonly { readonly figure: Figure }[]) => rows.map((row) => figureText(row.figure))
  return {
    figure(id: FigureId): string {
      const found = cellOf(id) ? figures.cell(id) : figures.item(id)
      if (found.kind === 'value' || found.kind === 'notApplicable') return figureText(found)
      return figures.words(id) ?? '未填'
    },
    column: (table, column) => joined(texts(summedRows({ kind: 'column', table, column }, figures)), '、'),
    call(tree: Call): string | Expression | null {
      const [first, second, third] = tree.args
      if (tree.name === 'IF') {
        const test = evaluate(first!, figures)
        return test.kind === 'value' ? (equals(test.value, ZERO) ? third! : second!) : null
      }
      if (tree.name === 'SUM') return first?.kind === 'column' && tree.args.length === 1 ? joined(texts(summedRows(first, figures)), ' + ') : null
      if (tree.name === 'SUMIF') return joined(texts(rowsMeeting(tree, figures).rows), ' + ')
      if (tree.name !== 'COUNT' && tree.name !== 'COUNTIF') return null
      const counted = evaluate(tree, figures)
      return counted.kind === 'value' ? toDecimalText(counted.value) : '未知'
    },
  }
}
