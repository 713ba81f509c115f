import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { findingsOf } from '../../src/domain/checkup/checkupFinding'
import { coverageOf } from '../../src/domain/checkup/coverage'
import type { Decision } from '../../src/domain/checkup/decision'
import { figureMarks } from '../../src/domain/checkup/figureMarks'
import { plainReport } from '../../src/domain/checkup/plainReport'
import type { Checkup } from '../../src/domain/checkup/checkup'
import type { ReviewedReport } from '../../src/stores/checkup'
import FindingPanel from '../../src/ui/pages/checkup/FindingPanel.vue'
import ReportView from '../../src/ui/pages/checkup/ReportView.vue'
import TypedText from '../../src/ui/pages/checkup/TypedText.vue'
import { markedLines } from '../../src/ui/pages/checkup/markedLines'
import { checkupOf, figureIn, relation } from '../support/madeCheckup'

enableAutoUnmount(afterEach)

const TEXT = '支出合计800万元，其中：基本支出300万元，项目支出450万元，另有5人。\n项目\t决算\n合计\t450.0万元'
const figures = ['800万元', '300万元', '450万元', '5人', '450.0万元'].map((words) => figureIn(TEXT, words))
const made = checkupOf(figures, [
  relation('sum', 'contradicted', figures[0]!, [figures[1]!, figures[2]!], '300 + 450 = 750'), relation('same', 'rounding', figures[4]!, [figures[2]!]),
])
const reviewedOf = (text: string, checkup: Checkup, notes: string[] = []): ReviewedReport => {
  const marks = figureMarks(checkup)
  return { report: plainReport(text), notes, checkup, marks, coverage: coverageOf(marks), findings: findingsOf(text, checkup) }
}
const panel = (reviewed: ReviewedReport, decisionOn: (finding: { readonly key: string }) => Decision | null = () => null) =>
  mount(FindingPanel, { props: { reviewed, picked: null, decisionOn } })
const none = new Set<number>()

describe('a report’s text', () => {
  const view = () => mount(ReportView, { props: { report: plainReport(TEXT), marks: figureMarks(made), picked: none, goal: null } })

  it('shows every figure marked, in paragraphs and in tables', () => {
    const marks = view().findAll('mark')
    expect(marks.map((mark) => [mark.text(), mark.classes()[0]])).toEqual([
      ['800万元', 'contradicted'], ['300万元', 'contradicted'], ['450万元', 'contradicted'], ['5人', 'unchecked'], ['450.0万元', 'rounding'],
    ])
    expect(view().findAll('td').map((cell) => cell.text())).toEqual(['项目', '决算', '合计', '450.0万元'])
  })

  it('says in words what a mark means, and is reached by keyboard where something is wrong', async () => {
    const wrapper = view()
    const [total, , , people] = wrapper.findAll('mark')
    expect(total!.attributes('aria-label')).toBe('800万元，已核对，有矛盾')
    expect(people!.attributes('title')).toBe('没有可核对的关系')
    await total!.trigger('keydown', { key: 'Enter' })
    expect(wrapper.emitted('pick')).toEqual([[TEXT.indexOf('800')]])
  })

  it('loses no character between its marks', () => {
    const lines = markedLines(TEXT, figureMarks(made))
    expect(lines.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('\n')).toBe(TEXT)
  })
})

describe('typed words', () => {
  const box = () => mount(TypedText, { props: { text: TEXT, checked: TEXT, marks: figureMarks(made), picked: none, goal: null, wordsOf: async () => '项目\t数\n甲\t1' }, attachTo: document.body })

  it('lie over their marks line by line', () => {
    const wrapper = box()
    expect(wrapper.get('textarea').element.value).toBe(TEXT)
    expect(wrapper.findAll('.line').map((line) => line.text().replace('\u200b', ''))).toEqual(TEXT.split('\n'))
    expect(wrapper.findAll('mark')).toHaveLength(5)
  })

  it('take a pasted table with its columns', async () => {
    const wrapper = box()
    const area = wrapper.get('textarea')
    area.element.setSelectionRange(0, TEXT.length)
    const event = Object.assign(new Event('paste', { cancelable: true }), { clipboardData: { getData: (kind: string) => (kind === 'text/html' ? '<table></table>' : '甲 1') } })
    area.element.dispatchEvent(event)
    await new Promise((resolve) => { setTimeout(resolve, 0) })
    expect(event.defaultPrevented).toBe(true)
    expect(wrapper.emitted('type')).toEqual([['项目\t数\n甲\t1']])
  })

  it('lead from the caret to the figure it stands in', async () => {
    const wrapper = box()
    const area = wrapper.get('textarea')
    area.element.setSelectionRange(TEXT.indexOf('300') + 1, TEXT.indexOf('300') + 1)
    await area.trigger('click')
    expect(wrapper.emitted('pick')).toEqual([[TEXT.indexOf('300')]])
  })
})

describe('what was found', () => {
  it('quotes every place with where it stands, and leads there', async () => {
    const wrapper = panel(reviewedOf(TEXT, made))
    const card = wrapper.findAll('article')[0]!
    expect(card.findAll('.where').map((where) => where.text())).toEqual(['第 1 段', '第 1 段', '第 1 段'])
    expect(card.findAll('strong').map((figure) => figure.text())).toEqual(['800万元', '300万元', '450万元'])
    expect(card.text()).toContain('300 + 450 = 750')
    await card.findAll('.place')[2]!.trigger('click')
    expect(wrapper.emitted('go')![0]![1]).toBe(TEXT.indexOf('450万元'))
  })

  it('is filtered by weight', async () => {
    const wrapper = panel(reviewedOf(TEXT, made))
    const chip = (label: string) => wrapper.findAll('.filters button').find((one) => one.text().startsWith(label))!
    expect(wrapper.findAll('.filters button').map((one) => one.text())).toEqual(['待处理 2', '矛盾 1', '疑点 0', '提示 1', '已处理 0'])
    await chip('提示').trigger('click')
    expect(wrapper.findAll('article').map((card) => card.classes())).toEqual([expect.arrayContaining(['hint'])])
    await chip('疑点').trigger('click')
    expect(wrapper.text()).toContain('这一类没有。')
  })

  it('is taken over, or set aside with a reason', async () => {
    const wrapper = panel(reviewedOf(TEXT, made))
    const buttons = () => wrapper.findAll('article')[0]!.findAll('.do button')
    await buttons()[0]!.trigger('click')
    await buttons()[1]!.trigger('click')
    await wrapper.get('article input').setValue(' 含上年结转 ')
    await buttons()[0]!.trigger('click')
    expect(wrapper.emitted('decide')!.map(([, choice, reason]) => [choice, reason])).toEqual([['accepted', ''], ['ignored', '含上年结转']])
  })

  it('moves to 已处理 once decided, and can be taken back', async () => {
    const wrapper = panel(reviewedOf(TEXT, made), ({ key }) => (key.startsWith('sum') ? { choice: 'ignored', reason: '含结转', at: 1 } : null))
    expect(wrapper.findAll('article')).toHaveLength(1)
    await wrapper.findAll('.filters button').at(-1)!.trigger('click')
    expect(wrapper.get('article').text()).toContain('理由：含结转')
    await wrapper.get('article .do button').trigger('click')
    expect(wrapper.emitted('decide')![0]!.slice(1)).toEqual([null, ''])
  })
})

describe('nothing found and nothing checked', () => {
  const held = reviewedOf(TEXT, checkupOf(figures, [relation('sum', 'holds', figures[0]!, [figures[1]!])]))
  const unchecked = reviewedOf(TEXT, checkupOf(figures, []))
  const empty = reviewedOf('没有数字', checkupOf([], []))

  it('never look alike', () => {
    expect(panel(held).find('.clean').text()).toBe('核对过的 2 个数字没有发现矛盾。没有核对的数字不在此列。')
    expect(panel(held).find('.coverage').classes()).not.toContain('none')
    for (const reviewed of [unchecked, empty]) {
      expect(panel(reviewed).find('.clean').exists()).toBe(false)
      expect(panel(reviewed).find('.coverage').classes()).toContain('none')
    }
    expect(panel(unchecked).text()).toContain('等于没有核对')
    expect(panel(empty).text()).toContain('什么也没有核对')
  })

  it('and what of a file could not be read is told beside it', () =>
    expect(panel(reviewedOf(TEXT, made, ['第 2 页是图片。'])).text()).toContain('第 2 页是图片。'))
})
