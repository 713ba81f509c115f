import type { Expression } from '../expression/expression'
import type { Basis, Fund } from '../measures/basis'
import type { ItemId } from '../measures/item'
import type { Verification } from '../measures/measure'

/** What stands in one cell of a form. */
export type CellSpec =
  | { readonly kind: 'item'; readonly item: ItemId }
  /** 计算格: follows from other cells. */
  | { readonly kind: 'formula'; readonly formula: Expression; readonly style: 'percent' | 'number' }
  | { readonly kind: 'empty' }

/** A column of a matrix. `{year}` and `{year-1}` in the head are replaced by the year. */
export interface MatrixColumn {
  readonly id: string
  /** As printed: {year}年决算数. */
  readonly head: string
  /** For accessible names: 本年决算. */
  readonly label: string
  /** Rows with a measure show it on this basis. */
  readonly basis?: Basis
  readonly width: number
}

/** A row of a matrix. */
export interface MatrixRow {
  /** Unique in the form. */
  readonly id: string
  /** As printed, numbering included: 1、公务用车购置和维护经费. */
  readonly label: string
  /** Without numbering and 其中, for accessible names: 公务用车购置和维护经费. */
  readonly name: string
  readonly indent: 0 | 1 | 2 | 3
  readonly measure?: string
  /** Cells that differ from measure × basis × the form's fund. */
  readonly cells?: { readonly [column: string]: CellSpec }
  /** A heading row spans the width and holds no cell. */
  readonly heading?: true
}

/** 明细表的一栏. */
export interface TableColumn {
  readonly id: string
  readonly head: string
  readonly kind: 'text' | 'money' | 'count' | 'choice' | 'date'
  readonly options?: readonly string[]
  readonly width: number
  readonly definition: string
  /** Name in formulas: 本年决算 in 专项.本年决算. */
  readonly formulaName?: string
  /** The figure may be a percentage; then the row's 计量单位 is %. */
  readonly percent?: true
  /** Stays from year to year: 项目名称, 项目编码. Taken over by 沿用上年数据新建. */
  readonly lasting?: true
  /** Multi-line words. */
  readonly long?: true
  /** Whether the total row sums it. */
  readonly summed?: true
  /** Left out of 公开版: phones, internal notes, evidence (practice.md M11). */
  readonly internal?: true
}

/** A part of a form. */
export type Block =
  /** Label and value in pairs, as in 单位概况. */
  | { readonly kind: 'fields'; readonly id: string; readonly title?: string
      readonly fields: readonly { readonly item: ItemId; readonly label: string; readonly wide?: true; readonly long?: true; readonly lasting?: true; readonly internal?: true }[] }
  | { readonly kind: 'matrix'; readonly id: string; readonly title?: string
      /** Head of the label column. */
      readonly stub: string
      readonly columns: readonly MatrixColumn[]
      readonly rows: readonly MatrixRow[]
      readonly note?: string }
  | { readonly kind: 'table'; readonly id: string; readonly title?: string
      /** Id of the table in the evaluation, and its name in formulas. */
      readonly table: string
      readonly formulaName: string
      readonly columns: readonly TableColumn[]
      /** Whether rows have 行类别 and 项目个数 (column `rowCount`). */
      readonly counted: boolean
      readonly totalLabel?: string }

/** 填报表 (form): one definition makes the screen, the template, the export, the import and the print. */
export interface Form {
  readonly id: string
  /** As in the navigation: 基础数据表. */
  readonly name: string
  /** As printed on top: 部门整体支出绩效评价基础数据表. */
  readonly title: string
  /** 附件1 …, where it has one. */
  readonly annex?: string
  /** 单位：万元; empty where the form has no money. */
  readonly unit: string
  /** 资金口径 of its money. */
  readonly fund: Fund
  readonly landscape: boolean
  /** Not every unit fills it: an empty list in it is nothing missing. */
  readonly optional?: true
  readonly blocks: readonly Block[]
  readonly notes: readonly string[]
  /** Signature line under the table: label and the item that fills it. */
  readonly signatures: readonly { readonly label: string; readonly item: ItemId; readonly internal?: true }[]
  readonly verification: Verification
  readonly source: string
}
