import { enableAutoUnmount, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import { formula, vocabulary } from '../../src/catalog/formula'
import { measures } from '../../src/catalog/measures/measures'
import { scoringDecoder } from '../../src/domain/scoring/decodeScoring'
import type { ValueStyle } from '../../src/domain/scoring/award'
import type { Scoring } from '../../src/domain/scoring/scoring'
import { scoringFaults } from '../../src/domain/scoring/scoringFaults'
import { decode } from '../../src/kernel/decode'
import ScoringForm from '../../src/ui/pages/frameworks/ScoringForm.vue'
import { SCORING_TERMS } from '../../src/ui/pages/frameworks/scoringFields'
import { memoryBrowser, openWindow } from '../support/memoryServices'

enableAutoUnmount(afterEach)

const blank = (kind: Scoring['kind']): Scoring => SCORING_TERMS[kind].blank('5') as unknown as Scoring

/** The form of a scoring, which changes what it is given as the page does. */
function form(scoring: Scoring, valueStyle: ValueStyle = 'percent') {
  setActivePinia(createPinia())
  openWindow(memoryBrowser())
  const wrapper = mount(ScoringForm, { props: { scoring, valueStyle, weight: '5', vocabulary, measures, onChange: (next: Scoring) => { void wrapper.setProps({ scoring: next }) } } })
  const field = (label: string, n = 0) => wrapper.findAll('label.field').filter((one) => one.get('span').text().startsWith(label))[n]!
  const now = (): Scoring => wrapper.props('scoring')
  return {
    wrapper, now,
    type: async (label: string, text: string, n = 0) => {
      const input = field(label, n).get('input')
      await input.setValue(text)
      await input.trigger('blur')
    },
    choose: (label: string, value: string, n = 0) => field(label, n).get('select').setValue(value),
    tick: (label: string) => wrapper.findAll('.flag').find((one) => one.text() === label)!.get('input').setValue(),
  }
}

describe('formulas inside a rule', () => {
  it('are edited where they stand, by Chinese names', async () => {
    const { type, now } = form(blank('caseTable'))
    await type('条件', '支出合计_年末结转和结余 = 0')
    expect(now()).toMatchObject({ kind: 'caseTable', cases: [{ when: formula('支出合计_年末结转和结余 = 0') }], otherwise: { label: '其他', points: '0' } })
  })

  it('are faulted at their field, and the sound one stays in force', async () => {
    const { wrapper, type, now } = form(blank('bestOf'))
    await type('算式', '在职人员数 / 编制数', 1)
    const kept = now()
    await type('算式', '在职人员数 / 编制', 1)
    expect(wrapper.findAll('.editor')[1]!.get('.bad').text()).toContain('编制')
    expect(wrapper.findAll('.editor')[0]!.find('.bad').exists()).toBe(false)
    await type('算式', '', 1)
    expect(wrapper.findAll('.editor')[1]!.get('.bad').text()).toBe('还没有算式，原来的仍然有效。')
    expect(now()).toEqual(kept)
  })

  it('have a rule of their own at each date', async () => {
    const { type, choose, now } = form(blank('checkpoints'))
    await type('算式', '支出合计_决算数 / 支出合计_全年预算数')
    await choose('评分方式', 'linearDeduction', 1)
    expect(now()).toMatchObject({ points: [{ formula: formula('支出合计_决算数 / 支出合计_全年预算数'), scoring: { kind: 'linearDeduction', notApplicable: 'ask' } }] })
    expect(scoringFaults(now())).toEqual([])
  })

  it('join columns that the table has, and tell of one it has not', async () => {
    const { wrapper, choose, now } = form(blank('aggregate'))
    await choose('怎么合', 'byMoney')
    await choose('资金的栏', 'actual')
    expect(now()).toMatchObject({ mode: 'byMoney', money: 'actual' })
    await choose('明细表', 'goals')
    expect(wrapper.findAll('em').map((one) => one.text())).toContain('原来写的“adjustedBudget”这里没有，请另选。')
  })
})

describe('bounds', () => {
  it('are typed in percent where the value is a percentage, and as they stand where it is a number', async () => {
    const percent = form(blank('linearDeduction'))
    await percent.type('标准（%）', '105')
    expect(percent.now()).toMatchObject({ standard: '1.05' })
    const number = form(blank('linearDeduction'), 'number')
    await number.type('标准', '105')
    await number.type('每多少', '5')
    expect(number.now()).toMatchObject({ standard: '105', per: '5' })
  })

  it('inside a rule follow how that rule’s own value is written', async () => {
    const { type, choose, now } = form(blank('bestOf'))
    await choose('结果写作', 'number')
    await choose('评分方式', 'equalTarget', 1)
    await type('目标值', '12')
    await choose('评分方式', 'equalTarget', 2)
    await type('目标值（%）', '90')
    expect(now()).toMatchObject({ options: [{ valueStyle: 'number', scoring: { target: '12' } }, { scoring: { target: '0.9' } }] })
  })
})

describe('自拟指标', () => {
  it('take their rows from the goals, scored as the framework says', async () => {
    const { tick, type, choose, now, wrapper } = form(blank('subindicators'))
    await tick('由绩效目标表给出指标')
    await wrapper.findAll('.part textarea')[0]!.setValue('产出指标\n成本指标')
    await choose('超过上限的', 'reverseLinear')
    await type('及格线', '60')
    await type('定性“部分达成”的下限', '50')
    expect(now()).toMatchObject({ goals: { dimensions: ['产出指标', '成本指标'], ceiling: 'reverseLinear', gate: '0.6', partialFrom: '0.5' } })
    expect(decode(scoringDecoder, JSON.parse(JSON.stringify(now())) as unknown)).toEqual({ ok: true, value: now() })
  })
})

describe('超额完成 and 一票否决', () => {
  it('are entered, and taken away again', async () => {
    const { tick, type, choose, now, wrapper } = form(blank('ratioOfWeight'))
    await tick('超额完成')
    await type('完成多少算超额', '150')
    await choose('怎么处理', 'reduce')
    await type('按几成计', '80')
    await tick('一票否决')
    await type('规则怎么说', '超编不得分')
    await type('什么情况下否决', '在职人员数 > 编制数')
    expect(now()).toMatchObject({ over: { from: '1.5', treat: 'reduce', share: '0.8' }, veto: { says: '超编不得分', when: formula('在职人员数 > 编制数') } })
    await wrapper.findAll('.part input[type=checkbox]')[1]!.setValue(false)
    expect(now()).not.toHaveProperty('veto')
  })
})

describe('every way of scoring', () => {
  it.each(Object.keys(SCORING_TERMS) as Scoring['kind'][])('%s begins as something that can be stored and drawn', (kind) => {
    const scoring = blank(kind)
    expect(decode(scoringDecoder, JSON.parse(JSON.stringify(scoring)) as unknown)).toEqual({ ok: true, value: scoring })
    expect(form(scoring).wrapper.findAll('label.field').length).toBeGreaterThan(1)
  })
})
