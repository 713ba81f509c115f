import { describe, expect, it } from 'vitest'
import { given } from '../../src/domain/evaluation/answer'
import { memoryBrowser, openWindow, quiet } from '../support/memoryServices'

async function desk() {
  const browser = memoryBrowser()
  const window = openWindow(browser)
  await window.desk.open()
  const last = await window.desk.openSample('fictional')
  return { ...window, browser, last }
}

describe('沿用上年数据新建', () => {
  it('puts next year on the desk once, with last year beside it', async () => {
    const { desk: of, evaluation, last } = await desk()
    const next = await of.rollOver(last)
    expect(next?.existed).toBe(false)
    expect(await of.rollOver(last)).toEqual({ id: next!.id, existed: true })
    expect(of.evaluations.map(({ year, unitName }) => [year, unitName])).toContainEqual([2026, '示例单位（虚构）'])
    await evaluation.open(next!.id)
    await quiet()
    expect(evaluation.lastYear?.id).toBe(last)
    evaluation.answer('procurement@priorActual/all', given('1.00'))
    expect(evaluation.review?.findings.map(({ check }) => check)).toContain('lastYear.procurement@priorActual/all')
    await evaluation.open(last)
    await quiet()
    expect(evaluation.lastYear).toBe(null)
    expect(await of.rollOver('nobody')).toBe(null)
  })

  it('follows last year when it changes, and lets go of it when it is removed', async () => {
    const { desk: of, evaluation, browser, last } = await desk()
    const next = await of.rollOver(last)
    await evaluation.open(next!.id)
    const other = openWindow(browser)
    await other.desk.open()
    await other.evaluation.open(last)
    other.evaluation.answer('procurement@actual/all', given('160.00'))
    await quiet()
    expect(evaluation.lastYear?.answers['procurement@actual/all']).toMatchObject({ text: '160.00' })
    expect(evaluation.review?.findings.map(({ check }) => check)).toContain('lastYear.procurement@priorActual/all')
    await of.remove(last)
    await quiet()
    expect(evaluation.lastYear).toBe(null)
  })
})

describe('部门汇总', () => {
  it('joins evaluations of the desk and puts the department on it', async () => {
    const { desk: of, department, evaluation, browser, last } = await desk()
    const record = (await browser.evaluations.find(last))!
    const second = await of.keep({ ...record.evaluation, id: 'second', answers: { ...record.evaluation.answers, 'unit.name': given('示例二站（虚构）') } })
    await department.choose([last, second])
    expect(department.units.map(({ name }) => name)).toEqual(['示例单位（虚构）', '示例二站（虚构）'])
    expect(department.proposed).toEqual([])
    expect(await department.make('示例局（虚构）', [{ item: 'income.superior@actual/all', amount: '1' }])).toBe(null)
    expect(department.problem).toContain('大于各单位合计')
    const id = await department.make('示例局（虚构）', [])
    await evaluation.open(id!)
    expect(evaluation.figures?.item('expenditure@actual/all')).toMatchObject({ text: '2091.10' })
    expect(evaluation.evaluation?.settings.scope).toBe('department')
    expect(evaluation.review?.findings.filter(({ severity }) => severity === 'contradiction')).toEqual([])
  })
})
