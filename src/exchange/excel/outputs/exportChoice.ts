import type { FormOverlay } from '../../../domain/forms/formOverlay'

/** 工作版 goes on being worked in; 报送版 is handed in; 公开版 is published (practice.md M11). */
export type WorkbookOutput = 'working' | 'submission' | 'public'

/** What to export of an evaluation. */
export interface ExportChoice {
  readonly output: WorkbookOutput
  /** Ids of the forms wanted, in the catalog's order; null for all of them with the score table. */
  readonly forms: readonly string[] | null
  /** The score table though only some forms, or none, are chosen. */
  readonly scores?: boolean
  /** Which 自评表: projects by name, the empty name for the unit's own; absent: all of them with the goals. */
  readonly selfEvaluations?: readonly string[]
  /** 空表: the forms without an answer. */
  readonly blank?: boolean
  /** Forms of which 公开版 says only 涉密，按规定不予公开. */
  readonly secret?: readonly string[]
  /** Heads, labels and values without merged cells, to be pasted into the bureau's portal. */
  readonly paste?: boolean
  /** Amounts rounded to whole 元 or to two decimals of 万元, with 舍位平衡 or without; absent: as typed. Never in 工作版. */
  readonly money?: { readonly unit: '万元' | '元'; readonly balanced: boolean }
  /** How the task's forms differ from ours. Never in 工作版, which is read back by our own words. */
  readonly overlays?: readonly FormOverlay[]
  /** When it is exported, in milliseconds since 1970: 工作版 keeps it beside the fingerprints. */
  readonly at?: number
}

/** 工作版 of everything. */
export const WORKING: ExportChoice = { output: 'working', forms: null }
