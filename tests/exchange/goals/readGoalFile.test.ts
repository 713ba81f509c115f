import { describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import { applyEdit, inverse, type Edit } from '../../../src/domain/evaluation/edit'
import { takeGoals } from '../../../src/domain/goalReading/goalEdits'
import { splitTarget } from '../../../src/domain/goalReading/readTarget'
import { isLocked } from '../../../src/domain/goals/approved'
import { goalsOf } from '../../../src/domain/goals/goal'
import { readGoalFile } from '../../../src/exchange/goals/readGoalFile'
import { bytesOf, madeBook } from '../../support/madeSheet'
import { cell, paragraph, table, wordFile } from '../../support/wordFile'

const HEAD = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施']
const PROJECT = [
  ['项目支出绩效自评表'], ['项目名称', '机房改造'], ['绩效指标', ...HEAD],
  ['', '产出指标', '数量指标', '改造机柜', '≥12个', '12', 20, 20, '无'],
  ['', '', '质量指标', '验收合格率', '100%', '100%', 15, 15, ''],
  ['', '', '时效指标', '完成时间', '11月30日前', '11月28日', 15, 15, ''],
  ['', '效益指标', '社会效益指标', '服务保障能力', '有效提升', '达成年度指标', 30, 28, '个别系统迁移延后'],
  ['', '', '生态效益指标', '/', '/', '/', '', '', '/'],
  ['', '满意度指标', '服务对象满意度', '', '≥90%', '', 10, '', ''],
  ['', '总分', '', '', '', '', 100, 98, ''],
]
const UNIT = [
  ['部门整体支出绩效目标表'], ['部门名称', '示例单位（虚构）'], ['一级指标', '二级指标', '指标名称', '指标值类型', '指标值', '计量单位', '权重'],
  ['产出指标(50分)', '数量指标', '办件量', '定量', '≥12', '万件', '30'], ['', '成本指标', '培训支出', '定量', '≤3.5万元', '', '20'], ['效益指标', '社会效益', '办事便利', '定性', '明显提高', '', '待定'],
]

const told = (bytes: Uint8Array, name: string) => {
  const reading = readGoalFile(bytes, name)
  if (!reading.ok) throw new Error(reading.message)
  return reading
}

describe('绩效目标表 from Excel', () => {
  const reading = told(bytesOf(madeBook({ 附件2: { rows: PROJECT }, 附件3: { rows: UNIT }, 说明: { rows: [['填表说明'], ['略']] } })), '目标.xlsx')

  it('is read row by row with its place, targets taken apart, upper levels carried down', () => {
    expect(reading.goals.map(({ place, cells: { project, dimension, group, title, sign, target, unit, weight } }) => [place, project ?? '', dimension, group, title, sign, target, unit ?? '', weight ?? ''])).toEqual([
      ['附件2!D4', '机房改造', '产出指标', '数量指标', '改造机柜', '≥', '12', '个', '20'],
      ['附件2!D5', '机房改造', '产出指标', '质量指标', '验收合格率', '=', '100', '%', '15'],
      ['附件2!D6', '机房改造', '产出指标', '时效指标', '完成时间', '≤', '11月30日前', '', '15'],
      ['附件2!D7', '机房改造', '效益指标', '社会效益指标', '服务保障能力', '定性', '有效提升', '', '30'],
      ['附件3!C4', '', '产出指标', '数量指标', '办件量', '≥', '12', '万件', '30'],
      ['附件3!C5', '', '产出指标', '成本指标', '培训支出', '≤', '3.5', '万元', '20'],
      ['附件3!C6', '', '效益指标', '社会效益', '办事便利', '定性', '明显提高', '', ''],
    ])
    expect(reading.goals[3]!.cells).toMatchObject({ actual: '达成年度指标', points: '28', reason: '个别系统迁移延后' })
  })

  it('says what was not taken, what is doubtful, and which sheets are none', () => {
    expect(reading.rejected).toEqual([{ place: '附件2!D9', found: '≥90%', why: '有指标值，没有三级指标名称' }])
    expect(reading.goals.at(-1)!.doubt).toBe('没有分值，请照批复补填')
    expect(reading.skipped).toEqual(['说明'])
  })

  it('taken over is one step that can be undone, locked; taken again it does nothing; a different one is not written over', () => {
    let n = 0
    const take = (evaluation: typeof foundingCase, goals = reading.goals) => takeGoals(goals, evaluation, true, '目标.xlsx', () => `g${n++}`)
    const takings = take(foundingCase)
    const edit: Edit = { kind: 'together', edits: takings.flatMap((one) => (one.kind === 'new' ? [one.edit] : [])) }
    const after = applyEdit(foundingCase, edit)
    expect(goalsOf(after)).toHaveLength(7)
    expect(after.tables['goals']!.every(isLocked)).toBe(true)
    expect(goalsOf(applyEdit(after, inverse(edit)))).toEqual([])
    expect(new Set(take(after).map(({ kind }) => kind))).toEqual(new Set(['same']))
    const changed = take(after, [{ ...reading.goals[0]!, cells: { ...reading.goals[0]!.cells, target: '10' } }])
    expect(changed[0]).toMatchObject({ kind: 'differs', standing: '改造机柜｜≥12个｜20分' })
    const columns = catalog.forms.find(({ id }) => id === 'goals')!.blocks.flatMap((block) => (block.kind === 'table' ? block.columns.map(({ id }) => id) : []))
    expect(after.tables['goals']!.flatMap((row) => Object.keys(row.cells)).filter((column) => !columns.includes(column))).toEqual([])
  })
})

describe('绩效目标表 from Word', () => {
  it('is read from its tables, merged cells and all', () => {
    const rows = [
      ['项目名称', '线路租赁'].map((text) => cell(text)), HEAD.slice(0, 4).map((text) => cell(text)),
      [cell('产出指标', '<w:vMerge w:val="restart"/>'), cell('数量指标'), cell('租用线路'), cell('≥6条')],
      [cell('', '<w:vMerge/>'), cell('质量指标'), cell('线路可用率'), cell('≥99.9%')],
    ]
    const reading = told(wordFile(paragraph('绩效目标表') + table(...rows)), '目标.docx')
    expect(reading.goals.map(({ place, cells }) => [place, cells['project'], cells['dimension'], cells['title'], cells['sign'], cells['target'], cells['unit']])).toEqual([
      ['表 1 第 3 行', '线路租赁', '产出指标', '租用线路', '≥', '6', '条'], ['表 1 第 4 行', '线路租赁', '产出指标', '线路可用率', '≥', '99.9', '%'],
    ])
  })

  it('without such a table is refused in a sentence', () => {
    const reading = readGoalFile(wordFile(paragraph('工作总结')), '总结.docx')
    expect(reading).toMatchObject({ ok: false })
    expect(readGoalFile(bytesOf(madeBook({ 表: { rows: [['姓名', '电话']] } })), '通讯录.xlsx')).toMatchObject({ ok: false, message: expect.stringContaining('没有找到绩效目标表') as string })
  })
})

describe('a target', () => {
  it.each([
    ['≥90%', '', '', '≥', '90', '%'], ['90%以上', '', '', '≥', '90', '%'], ['不超过350万元', '', '', '≤', '350', '万元'], ['90', '≥', '%', '≥', '90', '%'], ['1,200', '大于等于', '件', '≥', '1200', '件'],
    ['12月底前', '', '', '≤', '12月底前', ''], ['90～110%', '', '', '=', '90~110', '%'], ['显著提升', '', '', '定性', '显著提升', ''], ['12期', '', '', '=', '12', '期'],
  ])('%s %s %s is taken apart', (value, sign, unit, ...want) => {
    const split = splitTarget(value, sign, unit)
    expect([split.sign, split.target, split.unit]).toEqual(want)
  })
})
