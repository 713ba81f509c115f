import type { FormOverlay } from '../forms/formOverlay'
import type { Framework } from '../indicators/framework'

/** A unit that the notice is sent to. */
export interface TaskUnit {
  /** 预算单位编码. */
  readonly code: string
  readonly name: string
  /** 单位简称, as file names bear it. */
  readonly short?: string
}

/** What is to be handed in, and under which name. */
export interface TaskMaterial {
  /** 附件2-1. */
  readonly number: string
  /** 部门整体支出绩效评价基础数据表. */
  readonly name: string
}

/** 填报任务包: what a bureau asks of its units this year, in one file; made once, opened by each. */
export interface TaskPackage {
  readonly format: 1
  readonly id: string
  /** 关于开展2025年度部门整体支出绩效自评工作的通知. */
  readonly title: string
  /** 通知文号; may be empty. */
  readonly notice: string
  readonly region: string
  /** 评价年度. */
  readonly year: number
  /** ISO day; null where the notice names none. */
  readonly deadline: string | null
  readonly framework: Framework
  /** Id of the 提纲. */
  readonly outline: string
  readonly forms: readonly FormOverlay[]
  readonly materials: readonly TaskMaterial[]
  /** 文件命名规则: {预算编码}-{单位简称}-{年度}-{材料名}. */
  readonly naming: string
  readonly units: readonly TaskUnit[]
}

/** What a naming rule may speak of; 附件号 is known only where the whole set is made. */
export const NAME_SLOTS = ['附件号', '预算编码', '单位名称', '单位简称', '年度', '材料名'] as const

/** The rule most notices have. */
export const USUAL_NAMING = '{预算编码}-{单位简称}-{年度}-{材料名}'

/** What a name is made of. */
export interface NamedMaterial {
  readonly unit: TaskUnit
  readonly year: number
  readonly material: string
}

/** The file's name by a naming rule, without extension. */
export function nameBy(rule: string, { unit, year, material }: NamedMaterial): string {
  const words: { readonly [S in (typeof NAME_SLOTS)[number]]: string } = { 附件号: '', 预算编码: unit.code, 单位名称: unit.name, 单位简称: unit.short ?? unit.name, 年度: String(year), 材料名: material }
  return rule.replace(/\{([^{}]*)\}/g, (slot, name: string) => (Object.hasOwn(words, name) ? words[name as keyof typeof words] : slot)).replace(/^[-_ ]+|[-_ ]+$/g, '')
}
