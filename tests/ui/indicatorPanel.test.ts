import { enableAutoUnmount, mount } from '@vue/test-utils'
import { getActivePinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import { selfEvaluationFrameworks } from '../../src/catalog/frameworks/selfEvaluation'
import { row } from '../../src/catalog/samples/rows'
import type { ScoreAuthor } from '../../src/domain/evaluation/judgement'
import IndicatorPanel from '../../src/ui/pages/indicators/IndicatorPanel.vue'
import { memoryBrowser, openWindow } from '../support/memoryServices'

enableAutoUnmount(afterEach)

async function opened() {
  const { evaluation: open, desk } = openWindow(memoryBrowser())
  await open.open(await desk.openSample('founding'))
  return open
}
type Open = Awaited<ReturnType<typeof opened>>

function panel(open: Open, indicator: string, author: ScoreAuthor = 'self') {
  const line = () => open.assessmentBy(author)!.lines.find((one) => one.indicator.id === indicator)!
  const wrapper = mount(IndicatorPanel, {
    props: { line: line(), author, supposing: false },
    global: { plugins: [getActivePinia()!], stubs: { EvidenceLinks: true, RouterLink: { template: '<a><slot /></a>' } } },
  })
  return { wrapper, line, update: () => wrapper.setProps({ line: line() }) }
}

describe('a contradictory official text', () => {
  it('is scored by the reading that is chosen, its words with it, in this evaluation alone and undoable', async () => {
    const open = await opened()
    const { wrapper, line, update } = panel(open, 'threePublicChangeRate')
    const [first, second] = wrapper.findAll('input[name=reading]')
    expect([first, second].map((one) => (one!.element as HTMLInputElement).checked)).toEqual([true, false])
    await second!.trigger('change')
    await update()
    expect(line().indicator.scoring).toMatchObject({ deduct: '0.8' })
    expect(wrapper.text()).toContain('每超过 1 个百分点扣 0.8 分，扣完为止。')
    expect((second!.element as HTMLInputElement).checked).toBe(true)
    open.undo()
    await update()
    expect(line().indicator.scoring).toMatchObject({ deduct: '0.5' })
    expect(wrapper.text()).toContain('每超过 1 个百分点扣 0.5 分，扣完为止。')
  })
})

describe('a reviewer’s cut', () => {
  it('is offered to a reviewer only', async () => {
    const open = await opened()
    expect(panel(open, 'staffControlRate', 'self').wrapper.text()).not.toContain('按比例扣减')
    expect(panel(open, 'staffControlRate', 'review').wrapper.text()).toContain('按比例扣减')
  })

  it('wants a share and a reason, takes its share of the points, and can be withdrawn', async () => {
    const open = await opened()
    const { wrapper, line, update } = panel(open, 'staffControlRate', 'review')
    const button = (name: string) => wrapper.findAll('.cut button').find((one) => one.text() === name)!
    await wrapper.get('.cut input').setValue('30')
    await button('保存扣减').trigger('click')
    expect(wrapper.get('.cut [role=alert]').text()).toBe('扣减必须写明理由。')
    await wrapper.get('.cut input').setValue('130')
    await wrapper.get('.cut textarea').setValue('指标空泛')
    await button('保存扣减').trigger('click')
    expect(wrapper.get('.cut [role=alert]').text()).toBe('扣减比例写作“130”，应为大于 0、不超过 100 的数字。')
    await wrapper.get('.cut select').setValue('0')
    await button('保存扣减').trigger('click')
    await update()
    expect(line().points).toBe('3.50')
    expect(open.assessment!.lines.find(({ indicator }) => indicator.id === 'staffControlRate')!.points).toBe('5.00')
    await button('取消扣减').trigger('click')
    await update()
    expect(line().points).toBe('5.00')
  })
})

describe('rows scored by the 绩效目标表', () => {
  it('are not asked for a second time', async () => {
    const open = await opened()
    open.edit({ kind: 'framework', before: open.evaluation!.framework, after: selfEvaluationFrameworks[0]! })
    expect(panel(open, 'outputs').wrapper.text()).toContain('分值合计应为 50')
    open.addRow('goals', row('g1', { title: '办件量', dimension: '产出指标', sign: '≥', target: '10', unit: '万件', weight: '50', actual: '11' }))
    const { wrapper } = panel(open, 'outputs')
    expect(wrapper.text()).toContain('由绩效目标表的 1 条目标计分')
    expect(wrapper.text()).not.toContain('分值合计应为 50')
    expect(panel(open, 'outputs', 'review').wrapper.text()).toContain('分值合计应为 50')
  })
})

describe('an indicator that figures settle', () => {
  it('may still be said to be 不涉及, and taken back', async () => {
    const open = await opened()
    const { wrapper, line, update } = panel(open, 'staffControlRate')
    const button = (name: string) => wrapper.findAll('.adjust button').find((one) => one.text().startsWith(name))!
    expect(wrapper.text()).not.toContain('完成值（如')
    await button('本指标不涉及').trigger('click')
    await update()
    expect(line()).toMatchObject({ value: '不涉及' })
    await button('清除判断').trigger('click')
    await update()
    expect(line()).toMatchObject({ value: '62.50%', points: '5.00' })
  })

  it('may be vetoed by a person where its rule has a veto without a formula', async () => {
    const open = await opened()
    const before = open.evaluation!.framework
    open.edit({ kind: 'framework', before, after: { ...before, indicators: before.indicators.map((one) => (one.id === 'staffControlRate' ? { ...one, scoring: { ...one.scoring, veto: { says: '没有编制批文不得分' } } } : one)) } })
    const { wrapper, line, update } = panel(open, 'staffControlRate')
    await wrapper.findAll('.adjust button').find((one) => one.text() === '一票否决：没有编制批文不得分')!.trigger('click')
    await update()
    expect(line()).toMatchObject({ value: '否决', points: '0.00' })
  })

  it('tells how it is scored, part steps and all', async () => {
    const { wrapper } = panel(await opened(), 'staffControlRate')
    expect(wrapper.get('.ways').text()).toContain('标准 100.00%，每高于 1 个百分点扣 0.5 分，扣完为止')
    expect(wrapper.get('.ways').text()).toContain('不足一档不扣')
  })
})
