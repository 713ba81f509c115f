import type { MappedSheetView } from '../import/importPlan'
import type { SheetMapping } from '../mapping/mapping'
import type { MoneyPower } from '../mapping/moneyUnit'

/** What becomes of a cell of the bureau's form. */
export type FillState =
  | 'filled'
  /** 不涉及, written as the user chose. */
  | 'notInvolved'
  /** Nothing answered yet: the cell stays as it is. */
  | 'missing'
  /** Words stand there already: kept. */
  | 'kept'
  /** The label is not surely this item: not filled before somebody says so. */
  | 'unsure'
  /** The form has no row left for it. */
  | 'noRoom'
  /** The form's own formula: kept, and computed anew. */
  | 'formula'

/** What each state is called. */
export const FILL_STATES: { readonly [S in FillState]: string } = {
  filled: '填入', notInvolved: '不涉及', missing: '未填', kept: '原有文字，不改', unsure: '拿不准，未填', noRoom: '行不够，未填', formula: '原有公式，不改',
}

/** One cell of the bureau's form and what it gets. */
export interface FillEntry {
  readonly sheet: string
  /** D7; empty where there is no cell for it. */
  readonly cell: string
  readonly label: string
  /** What is written, or what stands there. */
  readonly text: string
  readonly state: FillState
}

/** How 不涉及 is written in the bureau's form. */
export const NOT_INVOLVED_WORDS = ['/', '不涉及', '无', '—', ''] as const

/** What the user said about the form. */
export interface FillChoices {
  readonly mappings: readonly SheetMapping[]
  /** 金额单位 of sheets that state none, by name. */
  readonly units: { readonly [sheet: string]: MoneyPower }
  readonly notInvolved: (typeof NOT_INVOLVED_WORDS)[number]
}

/** 套表, before it is filled: every cell found, what it gets, and the mapping it rests on. Plain data. */
export interface FillPlan {
  readonly fileName: string
  readonly sheets: readonly (MappedSheetView & {
    /** Whether this mapping was confirmed before, for a file with the same labels. */
    readonly known: boolean
    readonly unit: MoneyPower
    /** Whether the sheet itself or the user says the unit; else it is a guess to be looked at. */
    readonly unitStated: boolean
  })[]
  readonly entries: readonly FillEntry[]
  /** What the user should know: another year on the form, sheets without anything to fill. */
  readonly notes: readonly string[]
}
