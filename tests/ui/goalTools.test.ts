import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { getActivePinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isLocked } from '../../src/domain/goals/approved'
import { goalsOf } from '../../src/domain/goals/goal'
import GoalTools from '../../src/ui/pages/forms/GoalTools.vue'
import { bytesOf, madeBook } from '../support/madeSheet'
import { memoryBrowser, openWindow } from '../support/memoryServices'
import { cell, paragraph, table, wordFile } from '../support/wordFile'

enableAutoUnmount(afterEach)

const HEAD = ['一级指标', '二级指标', '三级指标', '指标值', '计量单位', '分值']
const ROWS = [['产出指标', '数量指标', '办件量', '≥12', '万件', '30'], ['产出指标', '成本指标', '培训支出', '≤3.5', '万元', '20'], ['满意度指标', '服务对象满意度', '群众满意度', '≥90', '%', '10'], ['效益指标', '', '', '明显提高', '', '']]
const EXCEL = new File([bytesOf(madeBook({ 附件: { rows: [['部门整体支出绩效目标表'], HEAD, ...ROWS] }, 说明: { rows: [['填表说明']] } })) as Uint8Array<ArrayBuffer>], '绩效目标表.xlsx')
const WORD = new File([wordFile(paragraph('部门整体支出绩效目标表') + table(...[HEAD, ...ROWS].map((row) => row.map((text) => cell(text))))) as Uint8Array<ArrayBuffer>], '绩效目标表.docx')

async function opened() {
  const { evaluation: open, desk } = openWindow(memoryBrowser())
  await open.open(await desk.openSample('founding'))
  const wrapper = mount(GoalTools, { global: { plugins: [getActivePinia()!] }, attachTo: document.body })
  const dialog = () => wrapper.find('dialog, [role=dialog]')
  return {
    open, wrapper, dialog,
    async choose(file: File) {
      const input = wrapper.get('input[type=file]')
      Object.defineProperty(input.element, 'files', { configurable: true, value: [file] })
      await input.trigger('change')
      await vi.waitFor(() => { if (!dialog().exists() && !wrapper.find('.banner.bad').exists()) throw new Error('still reading') }, { timeout: 10_000 })
      await flushPromises()
    },
    press: async (name: string) => wrapper.findAll('button').find((one) => one.text() === name)!.trigger('click'),
    rows: () => wrapper.findAll('tbody tr').map((row) => row.findAll('td').map((one) => one.text())),
  }
}

describe('导入绩效目标表', () => {
  it.each([['Excel', EXCEL, '附件!C3'], ['Word', WORD, '']])('from %s shows each goal and what is not taken, and writes nothing before it is confirmed', async (_kind, file, place) => {
    const { open, wrapper, dialog, choose, press, rows } = await opened()
    await choose(file)
    expect(dialog().text()).toContain('读到 3 个目标，新增 3；没有读入 1 行')
    expect(rows().map((cells) => cells.slice(1))).toEqual([['整体', '产出指标', '办件量', '≥12万件', '30', '新增'], ['整体', '产出指标', '培训支出', '≤3.5万元', '20', '新增'], ['整体', '满意度指标', '群众满意度', '≥90%', '10', '新增']])
    expect(rows()[0]![0]).toContain(place)
    expect(dialog().text()).toContain('“明显提高”：有指标值，没有三级指标名称')
    expect(goalsOf(open.evaluation!)).toEqual([])
    await press('导入 3 个目标')
    expect(wrapper.emitted('said')).toEqual([['导入了 3 个绩效目标，可以撤销。']])
    expect(goalsOf(open.evaluation!).map(({ title, weight, origin }) => [title, weight, origin])).toEqual([['办件量', '30', '批复目标'], ['培训支出', '20', '批复目标'], ['群众满意度', '10', '批复目标']])
    expect(open.evaluation!.tables['goals']!.every(isLocked)).toBe(true)
    expect(dialog().exists()).toBe(false)
    open.undo()
    expect(goalsOf(open.evaluation!)).toEqual([])
  })

  it('of goals that nobody approved marks and does not lock them', async () => {
    const { open, wrapper, choose, press } = await opened()
    await choose(EXCEL)
    await wrapper.findAll('input[type=radio]')[1]!.setValue()
    await press('导入 3 个目标')
    expect(goalsOf(open.evaluation!).map(({ origin, approved }) => [origin, approved])).toEqual(Array.from({ length: 3 }, () => ['年初未批复', '']))
    expect(open.evaluation!.tables['goals']!.some(isLocked)).toBe(false)
  })

  it('a second time adds nothing, and a goal that differs stands as it is, told', async () => {
    const { open, dialog, choose, press, rows } = await opened()
    await choose(EXCEL)
    await press('导入 3 个目标')
    await choose(EXCEL)
    expect(dialog().text()).toContain('新增 0，已有 3')
    await press('取消')
    const changed = new File([bytesOf(madeBook({ 附件: { rows: [['部门整体支出绩效目标表'], HEAD, ['产出指标', '数量指标', '办件量', '≥10', '万件', '30']] } })) as Uint8Array<ArrayBuffer>], '改.xlsx')
    await choose(changed)
    expect(rows()[0]!.at(-1)).toContain('与已有的不同，不改')
    expect(rows()[0]!.at(-1)).toContain('办件量｜≥12万件｜30分')
    await press('取消')
    expect(goalsOf(open.evaluation!)[0]!.target).toBe('12')
  })

  it('that holds no such table is told in a sentence, and nothing is opened', async () => {
    const { wrapper, dialog, choose } = await opened()
    await choose(new File(['plain'], '说明.xlsx'))
    expect(wrapper.get('.banner.bad').text()).toContain('说明.xlsx')
    expect(dialog().exists()).toBe(false)
  })
})
