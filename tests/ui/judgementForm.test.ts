import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { hunan2017 } from '../../src/catalog/frameworks/hunan2017'
import type { JudgementEntry } from '../../src/domain/evaluation/judgement'
import JudgementForm from '../../src/ui/pages/indicators/JudgementForm.vue'

const form = (id: string, entry?: JudgementEntry) => {
  const indicator = hunan2017.indicators.find((one) => one.id === id)!
  return mount(JudgementForm, { props: { scoring: indicator.scoring, weight: indicator.weight, entry, readonly: false } })
}
const entered = (wrapper: ReturnType<typeof form>): unknown => wrapper.emitted('enter')?.at(-1)?.[0]

describe('the entry made for the kind of scoring', () => {
  it('ticks the points of a checklist one by one', async () => {
    const wrapper = form('institutions', { kind: 'checklist', ticks: { finance: 'met' } })
    await wrapper.findAll('select')[1]!.setValue('unmet')
    expect(entered(wrapper)).toEqual({ kind: 'checklist', ticks: { finance: 'met', economy: 'unmet' } })
  })

  it('counts occurrences, and an emptied field is no entry', async () => {
    const wrapper = form('compliance')
    await wrapper.get('input').setValue('2')
    await wrapper.get('input').trigger('change')
    expect(entered(wrapper)).toEqual({ kind: 'occurrences', count: '2' })
    await wrapper.get('input').setValue('')
    await wrapper.get('input').trigger('change')
    expect(entered(wrapper)).toBeUndefined()
  })

  it('takes another body’s score', async () => {
    const wrapper = form('keyTasks')
    await wrapper.get('input').setValue('95.5')
    await wrapper.get('input').trigger('change')
    expect(entered(wrapper)).toEqual({ kind: 'externalScore', score: '95.5' })
  })

  it('chooses a tier', async () => {
    const wrapper = form('efficiency')
    await wrapper.findAll('input[type=radio]')[1]!.trigger('change')
    expect(entered(wrapper)).toEqual({ kind: 'choice', label: '一般' })
  })

  it('adds rows of one’s own', async () => {
    const wrapper = form('benefits')
    await wrapper.findAll('.add button')[1]!.trigger('click')
    expect(entered(wrapper)).toMatchObject({ kind: 'subindicators', rows: [{ title: '社会效益', weight: '' }] })
  })

  it('can say that the indicator is 不涉及', async () => {
    const wrapper = form('efficiency')
    await wrapper.findAll('button').at(-1)!.trigger('click')
    expect(entered(wrapper)).toEqual({ kind: 'notInvolved' })
  })
})
