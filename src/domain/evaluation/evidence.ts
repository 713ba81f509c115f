import { keyOf, list, name, object, optional, variant, wholeNumber, words, type Decoder } from '../../kernel/decode'

/** What 佐证材料 (a piece of evidence) proves: an indicator, or a row of a table (a project, a work outcome). */
export type EvidenceSubject =
  | { readonly kind: 'indicator'; readonly indicator: string }
  | { readonly kind: 'row'; readonly table: string; readonly row: string }

/** 佐证材料: a file that belongs to an evaluation, without its content. */
export interface Evidence {
  readonly id: string
  readonly evaluation: string
  /** The file's name as the user had it. */
  readonly name: string
  /** Media type as the browser told it; never trusted for more than a preview. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  /** Milliseconds since 1970. */
  readonly addedAt: number
  readonly about: readonly EvidenceSubject[]
  /** 说明, as the list of evidence prints it. */
  readonly note?: string
}

/** Most bytes of one file. */
export const MOST_EVIDENCE_BYTES = 50 * 1024 * 1024

const subjectDecoder: Decoder<EvidenceSubject> = variant<EvidenceSubject, 'kind'>('kind', {
  indicator: object<Extract<EvidenceSubject, { kind: 'indicator' }>>({ kind: keyOf({ indicator: true }), indicator: name() }),
  row: object<Extract<EvidenceSubject, { kind: 'row' }>>({ kind: keyOf({ row: true }), table: name(), row: name() }),
})

/** Evidence from outside. */
export const evidenceDecoder: Decoder<Evidence> = object<Evidence>({
  id: name(), evaluation: name(), name: name(500), type: words(200), size: wholeNumber(0, MOST_EVIDENCE_BYTES), sha256: name(64),
  addedAt: wholeNumber(0, Number.MAX_SAFE_INTEGER), about: list(subjectDecoder, 500), note: optional(words(2000)),
})

/** Whether two subjects are the same. */
export const sameSubject = (a: EvidenceSubject, b: EvidenceSubject): boolean =>
  (a.kind === 'indicator' ? b.kind === 'indicator' && a.indicator === b.indicator : b.kind === 'row' && a.table === b.table && a.row === b.row)

/** How a piece of evidence can be shown on our own page: as a picture, page by page as a PDF, or not at all. */
export const previewKind = ({ name: fileName, type }: Pick<Evidence, 'name' | 'type'>): 'picture' | 'pdf' | 'none' =>
  (/^image\/(png|jpeg|gif|webp|bmp)$/.test(type) ? 'picture' : type === 'application/pdf' || /\.pdf$/i.test(fileName) ? 'pdf' : 'none')
