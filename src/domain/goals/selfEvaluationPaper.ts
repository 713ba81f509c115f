import type { GoalLine, SelfEvaluation } from './selfEvaluation'

/** Row and column of a cell, from 0. */
export type Place = readonly [row: number, column: number]

/** What a cell follows from, for a live formula. */
export type PaperFormula =
  | { readonly kind: 'rate'; readonly of: Place; readonly by: Place }
  | { readonly kind: 'share'; readonly rate: Place; readonly weight: Place }
  | { readonly kind: 'sum'; readonly places: readonly Place[] }

/** A cell of the form on paper; rows and columns count from 0. */
export interface PaperCell {
  readonly row: number
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly text: string
  readonly look: 'title' | 'caption' | 'head' | 'label' | 'words' | 'center' | 'figure' | 'note'
  readonly formula?: PaperFormula
}

/** The form's columns. */
export const PAPER_COLUMNS = 9

const MONEY_HEADS = ['年初预算数', '全年预算数（A）', '全年执行数（B）', '分值', '执行率（B/A）', '得分']
const GOAL_HEADS = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施']
const NOTE = '注：得分一档最高不超过该指标分值；定量指标达到指标值计满分，未达到按完成比例计分；定性指标分达成、部分达成、未达成三档，分别按分值的 80%～100%、60%～80%、60% 以下计分。'

/** How many rows from `at` are alike. */
const runFrom = (lines: readonly GoalLine[], at: number, of: (line: GoalLine) => string): number => {
  let end = at + 1
  while (end < lines.length && of(lines[end]!) === of(lines[at]!)) end++
  return end - at
}

/** The 2020 form as cells: head, money, overall goal, indicators, total, note (forms.md §3 and §4). One layout for screen and Excel. */
export function selfEvaluationPaper(form: SelfEvaluation): readonly PaperCell[] {
  const cells: PaperCell[] = []
  const put = (row: number, column: number, text: string, look: PaperCell['look'], columns = 1, rows = 1, formula?: PaperFormula) =>
    cells.push({ row, column, columns, rows, text, look, ...(formula ? { formula } : {}) })
  const project = form.of === 'project'
  put(0, 0, project ? '项目支出绩效自评表' : '部门整体支出绩效自评表', 'title', PAPER_COLUMNS)
  put(1, 0, `（${form.year}年度）`, 'caption', PAPER_COLUMNS)
  put(2, 0, project ? '项目名称' : '部门（单位）名称', 'label')
  put(2, 1, form.name, 'center', 8)
  put(3, 0, '主管部门', 'label')
  put(3, 1, form.department, 'center', 3)
  put(3, 4, '实施单位', 'label')
  put(3, 5, form.implementer, 'center', 4)
  const first = 5
  put(4, 0, project ? '项目资金\n（万元）' : '年度预算\n（万元）', 'label', 1, form.money.length + 1)
  put(4, 1, '', 'head', 2)
  MONEY_HEADS.forEach((head, i) => put(4, 3 + i, head, 'head'))
  form.money.forEach(({ label, original, fullYear, actual }, i) => {
    const row = first + i
    put(row, 1, label, 'words', 2)
    put(row, 3, original, 'figure')
    put(row, 4, fullYear, 'figure')
    put(row, 5, actual, 'figure')
    put(row, 6, i === 0 ? form.executionWeight : '－', 'center')
    if (i === 0) put(row, 7, form.executionRate, 'center', 1, 1, { kind: 'rate', of: [row, 5], by: [row, 4] })
    else put(row, 7, '－', 'center')
    if (i === 0) put(row, 8, form.executionPoints, 'center', 1, 1, form.executionByRate ? { kind: 'share', rate: [row, 7], weight: [row, 6] } : undefined)
    else put(row, 8, '－', 'center')
  })
  const overall = first + form.money.length
  put(overall, 0, '年度总\n体目标', 'label', 1, 2)
  put(overall, 1, '预期目标', 'head', 4)
  put(overall, 5, '实际完成情况', 'head', 4)
  put(overall + 1, 1, form.expected, 'words', 4)
  put(overall + 1, 5, form.achieved, 'words', 4)
  const heads = overall + 2
  put(heads, 0, '绩效\n指标', 'label', 1, form.goals.length + 1)
  GOAL_HEADS.forEach((head, i) => put(heads, 1 + i, head, 'head'))
  let [dimensionEnd, groupEnd] = [0, 0]
  form.goals.forEach((line, i) => {
    const row = heads + 1 + i
    if (i >= dimensionEnd) {
      const run = runFrom(form.goals, i, ({ dimension }) => dimension)
      dimensionEnd = i + run
      put(row, 1, line.dimension, 'center', 1, run)
    }
    if (i >= groupEnd) {
      const run = runFrom(form.goals, i, ({ dimension, group }) => `${dimension}\n${group}`)
      groupEnd = i + run
      put(row, 2, line.group === '' ? '/' : line.group, 'center', 1, run)
    }
    put(row, 3, line.title, 'words')
    put(row, 4, line.target, 'center')
    put(row, 5, line.actual, 'center')
    put(row, 6, line.weight, 'center')
    put(row, 7, line.points, 'center')
    put(row, 8, line.reason, 'words')
  })
  const last = heads + 1 + form.goals.length
  const places = (column: number, execution: Place): PaperFormula => ({ kind: 'sum', places: [execution, ...form.goals.map((_, i): Place => [heads + 1 + i, column])] })
  put(last, 0, '总分', 'label', 6)
  put(last, 6, form.totalWeight, 'center', 1, 1, places(6, [first, 6]))
  put(last, 7, form.totalPoints, 'center', 1, 1, places(7, [first, 8]))
  put(last, 8, '', 'words')
  put(last + 1, 0, NOTE, 'note', PAPER_COLUMNS)
  return cells
}
