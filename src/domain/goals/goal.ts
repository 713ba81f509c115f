import type { Evaluation, Row } from '../evaluation/evaluation'

/** Id of the table that holds the 绩效目标. */
export const GOALS_TABLE = 'goals'

/** 符号: how the achieved value is held against the target. */
export const GOAL_SIGNS = ['≥', '>', '=', '≤', '<', '定性'] as const

/** 符号 of one goal. */
export type GoalSign = (typeof GOAL_SIGNS)[number]

/** 目标来源: approved with the budget, approved as changed in the year, or written by the unit because none was approved. */
export const GOAL_ORIGINS = ['批复目标', '调整后目标', '年初未批复'] as const

/** 绩效目标 (goal): one third-level indicator of a 绩效目标表 with what came of it, as typed. Blank words are empty. */
export interface Goal {
  /** Id of its row. */
  readonly id: string
  /** 所属项目; empty for the goals of the whole unit. */
  readonly project: string
  /** 一级指标: 产出指标, 效益指标, 满意度指标, 成本指标. */
  readonly dimension: string
  /** 二级指标: 数量指标 …. */
  readonly group: string
  /** 三级指标. */
  readonly title: string
  /** One of the signs, or what else was typed. */
  readonly sign: string
  /** 指标值: a number, a day, a range or words. */
  readonly target: string
  readonly unit: string
  /** 分值, decimal text. */
  readonly weight: string
  /** 实际完成值. */
  readonly actual: string
  /** 得分 as typed; empty where it follows from the rule. */
  readonly points: string
  /** 偏差原因. */
  readonly reason: string
  /** 改进措施. */
  readonly improvement: string
  readonly origin: string
  /** 调整批复文号. */
  readonly changeDocument: string
  /** 原批复: name, sign, target, unit and weight as approved, in one text; empty where nothing was imported. */
  readonly approved: string
}

const textOf = (row: Row, column: string): string => {
  const answer = Object.hasOwn(row.cells, column) ? row.cells[column] : undefined
  return answer?.kind === 'given' ? answer.text.trim() : ''
}

/** A row of the 绩效目标表 as a goal. */
export const goalOf = (row: Row): Goal => ({
  id: row.id, project: textOf(row, 'project'), dimension: textOf(row, 'dimension'), group: textOf(row, 'group'), title: textOf(row, 'title'),
  sign: textOf(row, 'sign'), target: textOf(row, 'target'), unit: textOf(row, 'unit'), weight: textOf(row, 'weight'), actual: textOf(row, 'actual'),
  points: textOf(row, 'points'), reason: textOf(row, 'reason'), improvement: textOf(row, 'improvement'), origin: textOf(row, 'origin'),
  changeDocument: textOf(row, 'changeDocument'), approved: textOf(row, 'approved'),
})

/** Every goal of an evaluation in its order: the unit's and the projects'. */
export const goalsOf = (evaluation: Evaluation): readonly Goal[] => (evaluation.tables[GOALS_TABLE] ?? []).map(goalOf)

/** 一级指标 without 指标 and weights in brackets, so that 产出 and 产出指标（50分） are the same. */
export const dimensionKey = (dimension: string): string =>
  dimension.normalize('NFKC').replace(/[(（][^)）]*[)）]/g, '').replace(/\s+/g, '').replace(/指标$/, '')

/** 指标值 as printed on one line: ≥90%, 12月31日前, 达标. */
export const targetText = ({ sign, target, unit }: Pick<Goal, 'sign' | 'target' | 'unit'>): string =>
  `${sign === '定性' || /[月日底前]/.test(target) ? '' : sign}${target}${target.endsWith(unit) ? '' : unit}`
