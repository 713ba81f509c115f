import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import { memoryBrowser, openWindow, quiet, type MemoryBrowser, type WindowOptions } from '../support/memoryServices'

const QUOTA = 'staff.quota@approved'
const ON_POST = 'staff.onPost@yearEnd'

let browser: MemoryBrowser
beforeEach(() => { browser = memoryBrowser() })

async function openedWindow(options: WindowOptions = {}) {
  const one = openWindow(browser, options)
  await one.desk.open()
  await one.evaluation.open(await one.desk.openSample('founding'))
  return one
}
const stored = async () => (await browser.evaluations.find(foundingCase.id))?.evaluation

describe('two windows on one evaluation', () => {
  it('the one without edits of its own follows the other, and is told', async () => {
    const [a, b] = [await openedWindow(), await openedWindow()]
    a.evaluation.answer(QUOTA, given('4'))
    await quiet()
    expect(b.evaluation.evaluation?.answers[QUOTA]).toEqual(given('4'))
    expect([b.evaluation.saveState, b.evaluation.notice]).toEqual(['saved', '另一个窗口修改了本评价，本窗口已更新为最新内容。'])
    b.evaluation.dismissNotice()
    b.evaluation.answer(ON_POST, given('3'))
    await quiet()
    expect([a.evaluation.evaluation, b.evaluation.notice]).toEqual([b.evaluation.evaluation, null])
    expect((await stored())?.answers).toMatchObject({ [QUOTA]: given('4'), [ON_POST]: given('3') })
  })

  it('one that heard nothing keeps both edits when they touch different fields, and is told', async () => {
    const [a, b] = [await openedWindow(), await openedWindow({ deaf: true })]
    a.evaluation.answer(QUOTA, given('4'))
    await quiet()
    b.evaluation.answer(ON_POST, given('3'))
    await quiet()
    expect([b.evaluation.saveState, b.evaluation.notice]).toEqual(['saved', '另一个窗口同时修改了本评价，双方的修改都已保留。'])
    expect(await stored()).toEqual(b.evaluation.evaluation)
    expect((await stored())?.answers).toMatchObject({ [QUOTA]: given('4'), [ON_POST]: given('3') })
  })

  it('that change one field to different values are asked, and nothing is written meanwhile', async () => {
    const [a, b] = [await openedWindow(), await openedWindow({ deaf: true })]
    a.evaluation.answer(QUOTA, given('4'))
    await quiet()
    b.evaluation.answer(QUOTA, given('9'))
    await quiet()
    expect([b.evaluation.saveState, b.evaluation.editable, b.evaluation.answer(ON_POST, given('1'))]).toEqual(['stale', false, false])
    expect(b.evaluation.conflict?.clashes).toEqual([{ words: '编制数', mine: '9', theirs: '4' }])
    expect(b.evaluation.evaluation?.answers[QUOTA]).toEqual(given('9'))
    expect((await stored())?.answers[QUOTA]).toEqual(given('4'))
  })

  it('theirs stays when so chosen, and the own edit stays readable in the change log', async () => {
    const [a, b] = [await openedWindow(), await openedWindow({ deaf: true })]
    a.evaluation.answer(QUOTA, given('4'))
    await quiet()
    b.evaluation.together([{ kind: 'answer', item: QUOTA, before: null, after: given('9') }, { kind: 'answer', item: ON_POST, before: null, after: given('3') }])
    await quiet()
    await b.evaluation.resolve('theirs')
    expect([b.evaluation.saveState, b.evaluation.conflict]).toEqual(['saved', null])
    expect((await stored())?.answers).toMatchObject({ [QUOTA]: given('4'), [ON_POST]: given('3') })
    const log = await browser.evaluations.changes(foundingCase.id, 9)
    expect(log.map(({ act }) => act)).toEqual(['edit', 'setAside', 'edit'])
    expect(log[1]).toMatchObject({ edit: { kind: 'answer', item: QUOTA, after: given('9') } })
    b.evaluation.undo()
    b.evaluation.undo()
    expect(b.evaluation.evaluation).toEqual(foundingCase)
  })

  it('mine goes over theirs when so chosen, and undo gives theirs back', async () => {
    const [a, b] = [await openedWindow(), await openedWindow({ deaf: true })]
    a.evaluation.answer(QUOTA, given('4'))
    await quiet()
    b.evaluation.answer(QUOTA, given('9'))
    await quiet()
    await b.evaluation.resolve('mine')
    expect((await stored())?.answers[QUOTA]).toEqual(given('9'))
    b.evaluation.undo()
    await quiet()
    expect((await stored())?.answers[QUOTA]).toEqual(given('4'))
  })

  it('a row removed in one and edited in the other is asked about; choosing the gone row sets the edit aside', async () => {
    const [a, b] = [await openedWindow(), await openedWindow({ deaf: true })]
    a.evaluation.removeRow('projects', 'video')
    await quiet()
    b.evaluation.cell('projects', 'video', 'actual', given('1'))
    await quiet()
    expect(b.evaluation.conflict?.clashes).toEqual([{ words: '专项支出 已删除的行 本年决算', mine: '1', theirs: '已删除' }])
    await b.evaluation.resolve('mine')
    expect((await stored())?.tables['projects']?.some(({ id }) => id === 'video')).toBe(false)
    expect((await browser.evaluations.changes(foundingCase.id, 9)).at(-1)).toMatchObject({ act: 'setAside', edit: { kind: 'cell' } })
  })

  it('one is told when the other removes the evaluation, and can bring it back with its unsaved edit', async () => {
    const [a, b] = [await openedWindow(), await openedWindow({ deaf: true })]
    await a.desk.remove(foundingCase.id)
    b.evaluation.answer(QUOTA, given('9'))
    await quiet()
    expect([b.evaluation.saveState, b.evaluation.saveProblem]).toEqual(['failed', expect.stringContaining('已在另一个窗口删除')])
    await b.evaluation.retry()
    expect([b.evaluation.saveState, (await stored())?.answers[QUOTA]]).toEqual(['saved', given('9')])
  })

  it('an open one is told of a removal it hears of, and goes on after an undo there', async () => {
    const [a, b] = [await openedWindow(), await openedWindow()]
    await a.desk.remove(foundingCase.id)
    await quiet()
    expect([b.evaluation.editable, b.evaluation.saveState, b.evaluation.saveProblem]).toEqual([false, 'failed', expect.stringContaining('已在另一个窗口删除')])
    await a.desk.undoRemove()
    await quiet()
    expect([b.evaluation.editable, b.evaluation.saveState, b.evaluation.saveProblem]).toEqual([true, 'saved', null])
  })

  it('whatever they type by turns or at once, none of it is lost and both end alike', () =>
    fc.assert(fc.asyncProperty(fc.array(fc.record({ window: fc.nat(1), item: fc.nat(39), text: fc.nat(999).map(String), wait: fc.boolean() }), { maxLength: 40 }), async (edits) => {
      browser = memoryBrowser()
      const windows = [await openedWindow(), await openedWindow()]
      const expected = new Map<string, string>()
      for (const { window, item, text, wait } of edits) {
        // Each window has fields of its own; meeting in one field is asked about, which other tests prove.
        const id = `extra.${window}.${item}`
        if (windows[window]!.evaluation.answer(id, given(text))) expected.set(id, text)
        if (wait) await quiet()
      }
      await quiet()
      const kept = await stored()
      expect(Object.entries(kept?.answers ?? {}).filter(([id]) => id.startsWith('extra.')).map(([id, answer]) => [id, answer.kind === 'given' ? answer.text : '']).sort())
        .toEqual([...expected].sort())
      for (const { evaluation } of windows) expect(evaluation.evaluation).toEqual(kept)
    }), { numRuns: 12 }))

  it('1,000 edits by turns leave both windows alike, with every one in place', async () => {
    const windows = [await openedWindow(), await openedWindow()]
    for (let i = 0; i < 1000; i++) {
      windows[i % 2]!.evaluation.answer(`extra.${i}`, given(String(i)))
      if (i % 7 === 0) await new Promise((resolve) => { setTimeout(resolve, 0) })
    }
    await quiet()
    await quiet()
    const kept = await stored()
    expect(Object.keys(kept?.answers ?? {}).filter((id) => id.startsWith('extra.'))).toHaveLength(1000)
    for (const { evaluation } of windows) expect([evaluation.saveState, evaluation.evaluation]).toEqual(['saved', kept])
  })
})

const stuck = () => ({ ...browser.evaluations, write: () => new Promise<never>(() => {}) })

describe('a page closed before its edit was saved', () => {
  async function closedTooEarly(edit: (evaluation: Awaited<ReturnType<typeof openedWindow>>['evaluation']) => void) {
    const closing = await openedWindow({ evaluations: stuck() })
    edit(closing.evaluation)
    closing.leave()
    return closing
  }

  it('gets it back at the next start, and says so', async () => {
    await closedTooEarly((evaluation) => { evaluation.answer(QUOTA, given('4')); evaluation.answer(ON_POST, given('3')) })
    const next = await openedWindow()
    expect(next.desk.recovered).toEqual(['已找回“岳麓区信息中心” 2020 年度上次关闭前没有保存的 2 处修改。'])
    expect(next.evaluation.evaluation?.answers).toMatchObject({ [QUOTA]: given('4'), [ON_POST]: given('3') })
    expect(next.evaluation.canUndo).toBe(true)
    expect((await openedWindow()).desk.recovered).toEqual([])
  })

  it('gets nothing twice where the write completed after all', async () => {
    const closing = await openedWindow()
    closing.evaluation.answer(QUOTA, given('4'))
    closing.clock.now += 5000
    closing.evaluation.answer(QUOTA, given('5'))
    closing.leave()
    const left = Array.from({ length: browser.text.length }, (_, i) => browser.text.key(i)!).filter((key) => key.startsWith('hengji.journal.')).map((key) => [key, browser.text.getItem(key)!] as const)
    expect(left).toHaveLength(1)
    await quiet()
    // The page is gone: its writes completed, but nobody was left to clear the journal.
    for (const [key, text] of left) browser.text.setItem(key, text)
    const other = openWindow({ ...browser, text: memoryBrowser().text })
    await other.evaluation.open(foundingCase.id)
    other.clock.now += 60_000
    other.evaluation.answer(QUOTA, given('8'))
    await quiet()
    const next = openWindow(browser)
    await next.desk.open()
    expect([next.desk.recovered, next.desk.leftSteps]).toEqual([[], []])
    expect((await stored())?.answers[QUOTA]).toEqual(given('8'))
    expect(browser.text.getItem(left[0]![0])).toBeNull()
  })

  it('merges it with what was saved since in other fields', async () => {
    await closedTooEarly((evaluation) => evaluation.answer(QUOTA, given('4')))
    const other = openWindow({ ...browser, text: memoryBrowser().text })
    await other.evaluation.open(foundingCase.id)
    other.evaluation.answer(ON_POST, given('3'))
    await quiet()
    const next = await openedWindow()
    expect(next.desk.recovered).toHaveLength(1)
    expect(next.evaluation.evaluation?.answers).toMatchObject({ [QUOTA]: given('4'), [ON_POST]: given('3') })
  })

  it.each([['mine', '4'], ['theirs', '6']] as const)('asks where the same field was saved otherwise since: %s leaves %s', async (choice, left) => {
    await closedTooEarly((evaluation) => evaluation.answer(QUOTA, given('4')))
    const other = openWindow({ ...browser, text: memoryBrowser().text })
    await other.evaluation.open(foundingCase.id)
    other.evaluation.answer(QUOTA, given('6'))
    await quiet()
    const next = await openedWindow()
    expect(next.desk.recovered).toEqual([])
    expect(next.desk.leftSteps).toMatchObject([{ title: '“岳麓区信息中心” 2020 年度', clashes: [{ words: '编制数', mine: '4', theirs: '6' }] }])
    expect((await stored())?.answers[QUOTA]).toEqual(given('6'))
    await next.desk.settleLeft(next.desk.leftSteps[0]!.key, choice)
    await quiet()
    expect([(await stored())?.answers[QUOTA], next.desk.leftSteps]).toEqual([given(left), []])
    expect((await openedWindow()).desk.leftSteps).toEqual([])
  })

  it('leaves a journal that nobody can read where it is, and says so', async () => {
    browser.text.setItem('hengji.journal.other.x', '{"format":1,"evaluation":"x","steps":')
    const next = await openedWindow()
    expect(next.desk.leftSteps).toMatchObject([{ clashes: [], message: expect.stringContaining('读不出来') }])
    expect(browser.text.getItem('hengji.journal.other.x')).not.toBeNull()
  })

  it('that is only hidden and lives on keeps it: no other window takes its steps', async () => {
    const hidden = await openedWindow({ evaluations: stuck() })
    hidden.evaluation.answer(QUOTA, given('4'))
    hidden.hide()
    const next = await openedWindow()
    expect([next.desk.recovered, next.evaluation.evaluation?.answers[QUOTA]]).toEqual([[], foundingCase.answers[QUOTA]])
    hidden.leave()
    expect((await openedWindow()).desk.recovered).toHaveLength(1)
  })

  it('gets it back once where several windows start at the same moment', async () => {
    await closedTooEarly((evaluation) => { evaluation.answer(QUOTA, given('4')) })
    const before = (await browser.evaluations.find(foundingCase.id))!.revision
    const starting = [1, 2, 3].map(() => openWindow(browser))
    await Promise.all(starting.map(({ desk }) => desk.open()))
    expect(starting.flatMap(({ desk }) => desk.recovered)).toHaveLength(1)
    expect(starting.flatMap(({ desk }) => desk.leftSteps)).toEqual([])
    const record = await browser.evaluations.find(foundingCase.id)
    expect([record?.evaluation.answers[QUOTA], record?.revision]).toEqual([given('4'), before + 1])
  })

  it('forgets the journal once the write completed in the same window', async () => {
    const { evaluation, hide } = await openedWindow()
    evaluation.answer(QUOTA, given('4'))
    hide()
    expect(browser.text.length).toBeGreaterThan(1)
    await quiet()
    expect(Array.from({ length: browser.text.length }, (_, i) => browser.text.key(i)).filter((key) => key?.startsWith('hengji.journal'))).toEqual([])
  })
})
