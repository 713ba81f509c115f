import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { withOverlay } from '../../src/domain/forms/formOverlay'
import { readTask, taskText } from '../../src/domain/task/taskFile'
import { readUnits, taskFaults } from '../../src/domain/task/taskFaults'
import { nameBy, USUAL_NAMING, type TaskPackage } from '../../src/domain/task/taskPackage'

const task: TaskPackage = {
  format: 1, id: 't1', title: '2025年度部门整体支出绩效自评', notice: '某财绩〔2026〕1号', region: '某区', year: 2025, deadline: '2026-03-31', framework: catalog.frameworks[0]!, outline: catalog.outlines[0]!.id,
  forms: [{ form: 'baseData', annex: '附件2', title: '基础数据表', rows: { reception: '3、公务接待费' }, leftOut: ['buildings'] }], materials: [{ number: '附件1', name: '自评报告' }],
  naming: USUAL_NAMING, units: [{ code: '101001', name: '某区教育局', short: '教育局' }, { code: '101002', name: '某区卫健局' }],
}

describe('填报任务包', () => {
  it('is the same after it was written to a file and read', () => {
    const read = readTask(taskText(task))
    expect(read.ok && read.value).toEqual(task)
    expect(taskFaults(task, catalog)).toEqual([])
  })

  it.each([
    ['{"kind":"hengji.mapping"}', '不是完好的'], ['附件', '不是填报任务包'], [JSON.stringify({ kind: 'hengji.task', task: { ...task, format: 2 } }), '更新版本'],
    [JSON.stringify({ kind: 'hengji.task', task: { ...task, deadline: '三月' } }), '日期'], [`{"kind":"hengji.task","task":{"__proto__":{"a":1}}}`, '不是完好的'],
  ])('that is none is told: %s', (text, words) => {
    const read = readTask(text)
    expect(read.ok ? '' : read.error).toContain(words)
  })

  it.each<[Partial<TaskPackage>, string]>([
    [{ deadline: '2026-02-30' }, '没有这一天'], [{ deadline: '2025-03-31' }, '不晚于评价年度'], [{ outline: 'gone' }, '没有这份提纲'], [{ naming: '{单位}-{材料名}' }, '“{单位}”不认识'],
    [{ naming: '{年度}-{材料名}' }, '重名'], [{ units: [...task.units, task.units[0]!] }, '101001 出现了两次'], [{ forms: [{ form: 'none' }] }, '没有这张表'],
    [{ forms: [{ form: 'baseData', rows: { nowhere: 'x' } }] }, '不起作用'], [{ materials: [{ number: '附件1', name: 'a' }, { number: '附件1', name: 'b' }] }, '附件1出现了两次'],
    [{ framework: { ...task.framework, indicators: task.framework.indicators.slice(1) } }, '指标体系：'],
  ])('with a fault says it: %j', (change, words) => expect(taskFaults({ ...task, ...change }, catalog).join()).toContain(words))

  it('names files by its rule', () => {
    expect(nameBy(USUAL_NAMING, { unit: task.units[0]!, year: 2025, material: '自评报告' })).toBe('101001-教育局-2025-自评报告')
    expect(nameBy(USUAL_NAMING, { unit: { code: '', name: '某区卫健局' }, year: 2025, material: '自评报告' })).toBe('某区卫健局-2025-自评报告')
  })

  it('reads a pasted unit list, and says which lines make no sense', () =>
    expect(readUnits('101001\t某区教育局\t教育局\n\n101002 某区卫健局\n某区档案馆\n101 甲 乙 丙 丁')).toEqual({
      units: [{ code: '101001', name: '某区教育局', short: '教育局' }, { code: '101002', name: '某区卫健局' }, { code: '', name: '某区档案馆' }], unread: ['101 甲 乙 丙 丁'],
    }))

  it('changes the words of a form and never what stands in its cells', () => {
    const form = catalog.forms.find(({ id }) => id === 'baseData')!
    const made = withOverlay(form, task.forms[0]!)!
    const block = (of: typeof form, id: string) => of.blocks.find((one) => one.id === id)
    expect(made.annex).toBe('附件2')
    expect(block(made, 'money')).toMatchObject({ kind: 'matrix', rows: expect.arrayContaining([expect.objectContaining({ id: 'reception', label: '3、公务接待费', measure: 'threePublic.reception' })]) as unknown })
    expect(block(made, 'buildings')).toBeUndefined()
    expect(withOverlay(form, { form: 'baseData', omitted: true })).toBeNull()
  })
})
