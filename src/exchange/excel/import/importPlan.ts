import type { Edit } from '../../../domain/evaluation/edit'
import type { MappedLabel, SheetMapping } from '../mapping/mapping'
import type { MoneyPower } from '../mapping/moneyUnit'

/**
 * How a cell of a file stands to the desk: 新增; 修改 (the desk has what the file was exported with); 两处不一致 (the desk has something
 * of its own); 未变; 没有导入 with its reason.
 */
export type EntryState = 'new' | 'changed' | 'conflict' | 'unchanged' | 'rejected'

/** What each state is called. */
export const ENTRY_STATES: { readonly [S in EntryState]: string } = { new: '新增', changed: '修改', conflict: '两处不一致', unchanged: '未变', rejected: '没有导入' }

/** One cell of a file (or one row of a list that comes in whole), and what importing it would do. */
export interface ImportEntry {
  readonly state: EntryState
  /** The file, counted from 0. */
  readonly file: number
  readonly sheet: string
  /** A1; empty where it is about something that is not in the file any more. */
  readonly cell: string
  readonly label: string
  readonly found: string
  /** On the desk; null where it is blank. */
  readonly standing: string | null
  /** Why it is rejected or unticked, or where it was taken from. */
  readonly reason: string | null
  readonly ticked: boolean
  /** Cells of the file it accounts for. */
  readonly cells: number
  readonly edit: Edit | null
}

/** A sheet whose labels were mapped, to be shown and corrected. */
export interface MappedSheetView {
  readonly file: number
  readonly sheet: string
  readonly mapping: SheetMapping
  /** For each label of the mapping: its words and a figure beside or under it, for people. */
  readonly words: readonly { readonly text: string; readonly example: string }[]
  /** Hidden in the file: often last year or another unit. */
  readonly hidden: boolean
}

/** What a file was taken for. */
export interface FileSummary {
  readonly name: string
  /** One sentence why it cannot be read at all. */
  readonly problem: string | null
  readonly notes: readonly string[]
  /** What each sheet was taken for: 公开06表, 本系统的基础数据表, 按对应关系. */
  readonly sheets: readonly { readonly sheet: string; readonly taken: string; readonly unit: MoneyPower | null; readonly unitStated: boolean }[]
}

/** 导入预览: everything files would do to an evaluation, before any of it is done. */
export interface ImportPlan {
  readonly files: readonly FileSummary[]
  readonly entries: readonly ImportEntry[]
  readonly mapped: readonly MappedSheetView[]
}

/** What the user said about files, to be minded when they are read again. */
export interface ImportChoices {
  /** Mappings that were remembered, opened or corrected; the first with a sheet's fingerprint counts. */
  readonly mappings: readonly SheetMapping[]
  /** 金额单位 of sheets that state none, by `file/sheet`. */
  readonly units: { readonly [sheet: string]: MoneyPower }
  /** ISO day: when the figures are taken. */
  readonly today: string
}

/** A label of a mapping under its key. */
export const labelKey = ({ place, region, label, nth }: Pick<MappedLabel, 'place' | 'region' | 'label' | 'nth'>): string => `${place} ${region} ${label} ${nth}`
