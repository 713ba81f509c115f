import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { given, notInvolved, type Answer } from '../../src/domain/evaluation/answer'
import CellInput from '../../src/ui/pages/forms/CellInput.vue'
import type { CellTarget } from '../../src/ui/pages/forms/target'

const money: CellTarget = { id: 'threePublic@actual/all', name: '三公经费 本年决算', kind: 'money' }
const words: CellTarget = { id: 'unit.name', name: '单位名称', kind: 'text' }

const cell = (target: CellTarget, answer: Answer | null = null, derived: string | null = null) =>
  mount(CellInput, { props: { target, view: { answer, derived, severity: null }, place: { block: 'money', row: 0, column: 2 } } })
const answers = (wrapper: ReturnType<typeof cell>): readonly unknown[] => (wrapper.emitted('answer') ?? []).map(([answer]) => answer)

describe('a cell', () => {
  it('is an input with the row and column as its name', () => expect(cell(money).get('input').attributes('aria-label')).toBe('三公经费 本年决算'))

  it('keeps each readable keystroke at once, printed digits as typed', async () => {
    const wrapper = cell(money)
    for (const text of ['1', '18', '187', '187.', '187.5', '187.50']) await wrapper.get('input').setValue(text)
    expect(answers(wrapper)).toEqual(['1', '18', '187', '187.5', '187.50'].map((text) => given(text)))
  })

  it('reads 万元, brackets and separators when it is left', async () => {
    const wrapper = cell(money)
    await wrapper.get('input').setValue('1,874,963.28元')
    expect(answers(wrapper)).toEqual([])
    await wrapper.get('input').trigger('blur')
    expect(answers(wrapper)).toEqual([given('187.496328')])
  })

  it('shows what it cannot read with the reason, keeps it in view and does not keep it as an answer', async () => {
    const wrapper = cell(money, given('5'))
    await wrapper.get('input').setValue('约十二')
    await wrapper.get('input').trigger('blur')
    expect(answers(wrapper)).toEqual([])
    expect(wrapper.get('input').element.value).toBe('约十二')
    expect(wrapper.get('[role=alert]').text()).toContain('不是数字')
  })

  it('leaves a half-typed Chinese word alone and keeps the whole one', async () => {
    const wrapper = cell(words)
    const input = wrapper.get('input')
    await input.trigger('compositionstart')
    input.element.value = 'xin'
    input.element.dispatchEvent(new InputEvent('input', { isComposing: true }))
    await input.trigger('keydown', { key: 'Enter', isComposing: true, keyCode: 229 })
    expect(answers(wrapper)).toEqual([])
    input.element.value = '信息中心'
    await input.trigger('compositionend')
    expect(answers(wrapper)).toEqual([given('信息中心')])
  })

  it('takes 不涉及 by key and by word, and back', async () => {
    const wrapper = cell(money)
    await wrapper.get('input').trigger('keydown', { key: '/', ctrlKey: true })
    expect(answers(wrapper)).toEqual([notInvolved])
    const typed = cell(money)
    await typed.get('input').setValue('无')
    await typed.get('input').trigger('blur')
    expect(answers(typed)).toEqual([notInvolved])
    const back = cell(money, notInvolved)
    await back.get('input').trigger('keydown', { key: '/', ctrlKey: true })
    expect(answers(back)).toEqual([null])
  })

  it('goes back to what stood there on Esc', async () => {
    const wrapper = cell(money, given('5'))
    await wrapper.get('input').trigger('focus')
    await wrapper.get('input').setValue('6')
    await wrapper.setProps({ view: { answer: given('6'), derived: null, severity: null } })
    await wrapper.get('input').trigger('keydown', { key: 'Escape' })
    expect(answers(wrapper)).toEqual([given('6'), given('5')])
  })

  it('shows a derived total without keeping it, and 未填 where nothing follows', () => {
    expect(cell(money, null, '15.50').get('input').attributes('placeholder')).toBe('15.50')
    expect(cell(money).get('input').attributes('placeholder')).toBe('未填')
  })

  it('keeps the source of a figure when the figure is corrected', async () => {
    const wrapper = cell(money, given('5', { source: '决算报表' }))
    await wrapper.get('input').setValue('6')
    expect(answers(wrapper)).toEqual([given('6', { source: '决算报表' })])
  })
})
