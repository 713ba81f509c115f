import type { Provenance } from '../../domain/evaluation/answer'
import type { Evaluation } from '../../domain/evaluation/evaluation'
import { cellId, type FigureId } from '../../domain/measures/item'
import { answerPrint, rowPrint, textPrint } from './fingerprint'
import type { PlannedCell, SheetPlan } from './sheetPlan'

/** Name of the hidden sheet that tells whose workbook this is. */
export const MANIFEST_SHEET = '_hengji'
const CHUNK = 30_000

/**
 * What the hidden sheet holds: identity, settings, framework, judgements, provenance, row ids. Never a figure:
 * figures stand only where everybody sees them.
 */
export interface Manifest {
  readonly format: 1
  readonly id: string
  readonly year: number
  readonly sample?: 'published' | 'fictional'
  readonly settings: Evaluation['settings']
  readonly framework: Evaluation['framework']
  readonly outline: string
  /** 自定提纲. */
  readonly ownSections?: NonNullable<Evaluation['sections']>
  readonly judgements: Evaluation['judgements']
  readonly explanations: Evaluation['explanations']
  readonly provenance: { readonly [figure: FigureId]: Provenance }
  /** Words that are 不涉及 as an answer, not as text. */
  readonly notInvolved: readonly FigureId[]
  readonly rows: { readonly [table: string]: readonly KnownRow[] }
  /** Sections of the text sheet in its order; `empty` is a section deliberately left without text. */
  readonly sections: readonly KnownSection[]
  /** What stood in the file when it was written, as fingerprints only; absent in older files. */
  readonly exported?: Exported
}

/** A section of the report's text as the file was written with it. */
export interface KnownSection {
  readonly id: string
  readonly empty: boolean
  /** Fingerprint of its text; absent in older files. */
  readonly print?: string
}

/** A row of a table as the file was written with it. */
export interface KnownRow {
  readonly id: string
  readonly kind: 'single' | 'merged' | 'subtotal'
  /** Fingerprint of its cells. */
  readonly print?: string
}

/** What tells later changes in the file from later changes on the desk. */
export interface Exported {
  /** Milliseconds since 1970. */
  readonly at?: number
  /** Fingerprints of the answers. */
  readonly prints: { readonly [item: FigureId]: string }
  /** Items whose cells were written as formulas: they follow from others and say nothing of their own. */
  readonly computed: readonly FigureId[]
}

/** The manifest of an evaluation. */
export function manifestOf(evaluation: Evaluation, sections: readonly string[], stamp: { readonly at?: number | undefined; readonly computed: readonly FigureId[] }): Manifest {
  const provenance: { [figure: FigureId]: Provenance } = {}
  const notInvolved: FigureId[] = []
  const note = (id: FigureId, answer: Evaluation['answers'][string]) => {
    if (answer.provenance) provenance[id] = answer.provenance
    if (answer.kind === 'notInvolved') notInvolved.push(id)
  }
  for (const [id, answer] of Object.entries(evaluation.answers)) note(id, answer)
  for (const [table, rows] of Object.entries(evaluation.tables))
    for (const row of rows) for (const [column, answer] of Object.entries(row.cells)) note(cellId(table, row.id, column), answer)
  const { format, id, year, sample, settings, framework, outline, sections: ownSections, judgements, explanations } = evaluation
  return {
    format, id, year, ...(sample ? { sample } : {}), settings, framework, outline, ...(ownSections ? { ownSections } : {}), judgements, explanations, provenance, notInvolved,
    rows: Object.fromEntries(Object.entries(evaluation.tables).map(([table, rows]) => [table, rows.map((row) => ({ id: row.id, kind: row.kind, print: rowPrint(row.cells) }))])),
    sections: sections.map((section) => ({ id: section, empty: (evaluation.narrative[section] ?? []).length === 0, print: textPrint(evaluation.narrative[section] ?? []) })),
    exported: {
      ...(stamp.at === undefined ? {} : { at: stamp.at }),
      prints: Object.fromEntries(Object.entries(evaluation.answers).map(([item, answer]) => [item, answerPrint(answer)])),
      computed: stamp.computed,
    },
  }
}

/** The hidden sheet: one text cut into cells. */
export function manifestSheet(manifest: Manifest): SheetPlan {
  const text = JSON.stringify(manifest)
  const cells: PlannedCell[] = []
  for (let at = 0, row = 0; at < text.length; row++) {
    let end = Math.min(text.length, at + CHUNK)
    // A character of two halves must not be torn: half of one is no valid text.
    if (/[\uD800-\uDBFF]/.test(text[end - 1] ?? '')) end--
    cells.push({ row, column: 0, look: 'note', content: { kind: 'text', text: text.slice(at, end) } })
    at = end
  }
  return { name: MANIFEST_SHEET, cells, widths: [20], heights: new Map(), landscape: false, repeated: null, hidden: true }
}
