import { AlignmentType, Bookmark, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } from 'docx'
import type { Block, TableCell as Cell } from '../../domain/report/document'
import { font, halfPoints, millimetres, textRuns, twips } from './text'
import type { TypographyProfile } from './typographyProfile'

type TableBlock = Block & { readonly kind: 'table' }

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

/** Width of the text area in twips. */
export const textWidth = (profile: TypographyProfile): number =>
  millimetres(profile.page.width - profile.page.left - profile.page.right)

function cellOf(cell: Cell, bold: boolean, width: number, profile: TypographyProfile): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(cell.columns ? { columnSpan: cell.columns } : {}),
    ...(cell.rows ? { rowSpan: cell.rows } : {}),
    children: [new Paragraph({
      alignment: ALIGN[cell.align],
      spacing: { line: twips(profile.table.linePitch), lineRule: 'exact' },
      ...(cell.indent ? { indent: { left: cell.indent * 210 } } : {}),
      children: textRuns(cell.runs, { font: font(profile.table.face), size: halfPoints(profile.table.size), bold }),
    })],
  })
}

function rowOf(cells: readonly Cell[], isHead: boolean, widths: readonly number[], profile: TypographyProfile): TableRow {
  let at = 0
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map((cell) => {
      const span = cell.columns ?? 1
      const width = widths.slice(at, at + span).reduce((sum, part) => sum + part, 0)
      at += span
      return cellOf(cell, isHead, width, profile)
    }),
  })
}

/** A table with caption, repeated head, fixed widths; rows never break over pages. */
export function wordTable(block: TableBlock, anchor: string, profile: TypographyProfile): readonly (Paragraph | Table)[] {
  const total = textWidth(profile)
  const parts = block.widths.reduce((sum, part) => sum + part, 0)
  const widths = block.widths.map((part) => Math.floor((total * part) / parts))
  const small = { font: font(profile.table.face), size: halfPoints(profile.table.size) }
  const caption = (id: string, text: string, alignment: (typeof ALIGN)[keyof typeof ALIGN], bold: boolean) =>
    new Paragraph({ alignment, keepNext: true, spacing: { before: bold ? 160 : 0, line: twips(20), lineRule: 'exact' }, children: [new Bookmark({ id, children: [new TextRun({ ...small, text, bold })] })] })
  return [
    ...(block.caption === '' ? [] : [caption(anchor, block.caption, AlignmentType.CENTER, true)]),
    ...(block.note === '' ? [] : [caption(`${anchor}1`, block.note, AlignmentType.RIGHT, false)]),
    new Table({
      width: { size: widths.reduce((sum, part) => sum + part, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      rows: [...block.head.map((cells) => rowOf(cells, true, widths, profile)), ...block.body.map((cells) => rowOf(cells, false, widths, profile))],
    }),
    new Paragraph({ spacing: { line: twips(10), lineRule: 'exact' }, children: [] }),
  ]
}
