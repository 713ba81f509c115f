import { beforeEach, describe, expect, it } from 'vitest'
import { isReactive, ref } from 'vue'
import { catalog } from '../../src/catalog/catalog'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given, notInvolved } from '../../src/domain/evaluation/answer'
import { ownSections } from '../../src/domain/report/editOutline'
import { memoryBrowser, openWindow, quiet, type MemoryBrowser } from '../support/memoryServices'

const QUOTA = 'staff.quota@approved'
const ON_POST = 'staff.onPost@yearEnd'

let browser: MemoryBrowser
beforeEach(() => { browser = memoryBrowser() })

async function opened(of: MemoryBrowser = browser) {
  const one = openWindow(of)
  await one.desk.open()
  const id = await one.desk.openSample('founding')
  await one.evaluation.open(id)
  return { ...one, id }
}
const stored = async (id: string) => (await browser.evaluations.find(id))?.evaluation

describe('the open evaluation', () => {
  it('shows what follows from it: figures, points, findings, what is still blank', async () => {
    const { evaluation } = await opened()
    expect(evaluation.figures?.item('expenditure@actual/all')).toMatchObject({ kind: 'value', text: '830.3' })
    expect(evaluation.assessment?.lines.find(({ indicator }) => indicator.id === 'staffControlRate')).toMatchObject({ value: '62.50%', points: '5.00' })
    expect(evaluation.review?.findings.length).toBeGreaterThan(0)
    expect(evaluation.completeness.find(({ form }) => form === 'unitProfile')).toMatchObject({ filled: 9, total: 24 })
  })

  it('takes own sections, lets the text of a section go with it in one step, and gives both back by undo; another outline ends them', async () => {
    const { evaluation, id } = await opened()
    const all = ownSections(catalog.outlines[0]!)
    expect(Object.hasOwn(foundingCase.narrative, 'use.basic')).toBe(true)
    evaluation.arrangeSections(all.filter((section) => section.id !== 'use.basic'))
    await quiet()
    expect([(await stored(id))?.sections?.length, Object.hasOwn((await stored(id))!.narrative, 'use.basic')]).toEqual([all.length - 1, false])
    expect(evaluation.undoWords).toContain('提纲章节')
    evaluation.undo()
    await quiet()
    expect(await stored(id)).toEqual(foundingCase)
    evaluation.redo()
    evaluation.chooseOutline('hunan2021')
    expect([evaluation.evaluation?.outline, evaluation.evaluation?.sections]).toEqual(['hunan2021', undefined])
  })

  it('follows a typed figure at once: 编制数 4 gives 125% and loses points', async () => {
    const { evaluation, id } = await opened()
    expect(evaluation.answer(QUOTA, given('4'))).toBe(true)
    const line = evaluation.assessment?.lines.find(({ indicator }) => indicator.id === 'staffControlRate')
    expect([line?.value, line?.points]).toEqual(['125.00%', '0.00'])
    expect(line?.trace.map(({ text }) => text).join()).toContain('5 ÷ 4')
    await quiet()
    expect((await stored(id))?.answers[QUOTA]).toEqual(given('4'))
  })

  it('is plain data that can be stored and sent to a worker; a deep ref could not', async () => {
    const { evaluation } = await opened()
    expect(isReactive(evaluation.evaluation)).toBe(false)
    expect(structuredClone(evaluation.evaluation)).toEqual(foundingCase)
    expect(() => structuredClone(ref({ ...foundingCase }).value)).toThrow('could not be cloned')
  })

  it('is shown as saved only when the write completed, each edit written at once', async () => {
    let complete = (): void => {}
    const held = { ...browser.evaluations, write: async (write: Parameters<typeof browser.evaluations.write>[0]) => {
      await new Promise<void>((resolve) => { complete = resolve })
      return browser.evaluations.write(write)
    } }
    const { desk, evaluation } = openWindow(browser, { evaluations: held })
    await evaluation.open(await desk.openSample('founding'))
    expect(evaluation.saveState).toBe('saved')
    evaluation.answer(QUOTA, given('4'))
    expect(evaluation.saveState).toBe('saving')
    await quiet()
    expect([evaluation.saveState, (await stored(foundingCase.id))?.answers[QUOTA]]).toEqual(['saving', given('8', foundingCase.answers[QUOTA]?.provenance)])
    complete()
    await quiet()
    expect([evaluation.saveState, (await stored(foundingCase.id))?.answers[QUOTA]]).toEqual(['saved', given('4')])
  })

  it('writes everything typed while a write was under way', async () => {
    const { evaluation, id } = await opened()
    for (const text of ['1', '12', '123']) evaluation.answer(QUOTA, given(text))
    evaluation.answer(ON_POST, notInvolved)
    const row = evaluation.addRow('projects', { cells: { name: given('新项目') } })
    evaluation.cell('projects', row, 'actual', given('1.50'))
    await quiet()
    expect(await stored(id)).toEqual(evaluation.evaluation)
    expect((await stored(id))?.tables['projects']?.at(-1)).toEqual({ id: row, kind: 'single', cells: { name: given('新项目'), actual: given('1.50') } })
  })

  it('makes no step of an edit that changes nothing', async () => {
    const { evaluation, id } = await opened()
    expect(evaluation.answer(QUOTA, foundingCase.answers[QUOTA] ?? null)).toBe(true)
    await quiet()
    expect([evaluation.canUndo, (await browser.evaluations.changes(id, 9)).length]).toEqual([false, 0])
  })

  it('refuses an edit whose place is gone', async () => {
    const { evaluation } = await opened()
    expect(evaluation.cell('projects', 'nowhere', 'actual', given('1'))).toBe(false)
    expect(evaluation.saveState).toBe('saved')
  })
})

describe('undo and redo', () => {
  it('take back and do again, and survive a reload', async () => {
    const first = await opened()
    first.evaluation.answer(QUOTA, given('4'))
    first.clock.now += 60_000
    first.evaluation.removeRow('projects', 'video')
    first.clock.now += 60_000
    first.evaluation.undo()
    await quiet()
    const { evaluation } = await opened()
    expect([evaluation.canUndo, evaluation.canRedo, evaluation.undoWords, evaluation.redoWords]).toEqual([true, true, '编制数', '专项支出 “政府常务视频会议室提质改造项目” 删除'])
    evaluation.undo()
    expect(evaluation.evaluation).toEqual(foundingCase)
    expect(evaluation.canUndo).toBe(false)
    evaluation.redo()
    evaluation.redo()
    expect(evaluation.evaluation?.tables['projects']?.some(({ id }) => id === 'video')).toBe(false)
    expect([evaluation.canRedo, evaluation.evaluation?.answers[QUOTA]]).toEqual([false, given('4')])
    await quiet()
    expect(await stored(foundingCase.id)).toEqual(evaluation.evaluation)
  })

  it('take quick typing in one cell as one step, in memory and after a reload', async () => {
    const { evaluation, clock, id } = await opened()
    for (const text of ['1', '12', '12.', '12.5']) {
      evaluation.answer(QUOTA, given(text))
      clock.now += 200
      if (text === '12') await quiet()
    }
    await quiet()
    expect((await browser.evaluations.changes(id, 9)).map(({ revision }) => revision)).toEqual([5])
    const { evaluation: again } = await opened()
    for (const one of [evaluation, again]) expect(one.canUndo).toBe(true)
    again.undo()
    expect([again.evaluation, again.canUndo]).toEqual([foundingCase, false])
  })

  it('take slow typing, and typing in two cells, as steps of their own', async () => {
    const { evaluation, clock } = await opened()
    evaluation.answer(QUOTA, given('1'))
    evaluation.answer(ON_POST, given('2'))
    clock.now += 5000
    evaluation.answer(ON_POST, given('3'))
    evaluation.undo()
    expect(evaluation.evaluation?.answers[ON_POST]).toEqual(given('2'))
    evaluation.undo()
    expect(evaluation.evaluation?.answers[ON_POST]).toEqual(foundingCase.answers[ON_POST])
    expect(evaluation.evaluation?.answers[QUOTA]).toEqual(given('1'))
  })

  it('take a paste as one step', async () => {
    const { evaluation } = await opened()
    evaluation.together([QUOTA, ON_POST].map((item) => ({ kind: 'answer', item, before: null, after: given('9') })))
    expect(evaluation.evaluation?.answers[ON_POST]).toEqual(given('9'))
    evaluation.undo()
    expect(evaluation.evaluation).toEqual(foundingCase)
  })

  it('reach every kind of edit', async () => {
    const { evaluation, clock } = await opened()
    const steps = [
      () => evaluation.judge('efficiency', 'self', { entry: { kind: 'choice', label: '一般' } }),
      () => evaluation.writeNarrative('performance', [[{ kind: 'text', text: '新写的一段。' }]]),
      () => evaluation.explain('a-check', '四舍五入所致'),
      () => evaluation.settle({ carryInIncluded: 'no' }),
      () => evaluation.chooseOutline('hunanFull'),
      () => evaluation.setYear(2021),
      () => evaluation.rowKind('projects', 'rest', 'subtotal'),
      () => evaluation.moveRow('projects', 'rest', 0),
    ]
    const before = evaluation.evaluation
    let done = 0
    for (const step of steps) {
      clock.now += 5000
      const was = evaluation.evaluation
      if (step() && evaluation.evaluation !== was) done += 1
    }
    expect(done).toBeGreaterThanOrEqual(7)
    for (let i = 0; i < done; i++) evaluation.undo()
    expect(evaluation.evaluation).toEqual(before)
    expect(evaluation.canUndo).toBe(false)
  })
})

const failing = (name: string) => {
  const state = { broken: true }
  const evaluations = { ...browser.evaluations, write: async (write: Parameters<typeof browser.evaluations.write>[0]) => {
    if (state.broken) throw Object.assign(new Error(name), { name })
    return browser.evaluations.write(write)
  } }
  return { state, evaluations }
}

describe('when storage fails', () => {
  it('says so, keeps the edit on the screen, and saves it at the retry', async () => {
    const { state, evaluations } = failing('QuotaExceededError')
    const { desk, evaluation } = openWindow(browser, { evaluations })
    await evaluation.open(await desk.openSample('founding'))
    evaluation.answer(QUOTA, given('4'))
    await quiet()
    expect([evaluation.saveState, evaluation.saveProblem]).toEqual(['failed', expect.stringContaining('存储空间已满')])
    expect(evaluation.evaluation?.answers[QUOTA]).toEqual(given('4'))
    state.broken = false
    await evaluation.retry()
    expect([evaluation.saveState, evaluation.saveProblem]).toEqual(['saved', null])
    expect((await stored(foundingCase.id))?.answers[QUOTA]).toEqual(given('4'))
  })

  it('again and again, becomes read-only so that no more piles up, and writable again after a success', async () => {
    const { state, evaluations } = failing('UnknownError')
    const { desk, evaluation } = openWindow(browser, { evaluations })
    await evaluation.open(await desk.openSample('founding'))
    evaluation.answer(QUOTA, given('4'))
    for (let i = 0; i < 3; i++) { await quiet(); await evaluation.retry() }
    expect([evaluation.editable, evaluation.answer(QUOTA, given('5'))]).toEqual([false, false])
    expect(await evaluation.close()).toBe(false)
    state.broken = false
    await evaluation.retry()
    expect([evaluation.editable, evaluation.answer(QUOTA, given('5'))]).toEqual([true, true])
  })

  it('from the start, shows samples and exports but takes no edit', async () => {
    const { desk, evaluation } = openWindow(browser, { problem: { kind: 'unavailable', message: '不能保存' } })
    await desk.open()
    await evaluation.open(await desk.openSample('founding'))
    expect([desk.problem?.message, evaluation.saveProblem, evaluation.editable, evaluation.answer(QUOTA, given('5'))]).toEqual(['不能保存', '不能保存', false, false])
    expect(evaluation.evaluation).toEqual(foundingCase)
  })

  it('because a newer app took the database, locks the page and says so', async () => {
    const { evaluation, lose } = await opened()
    lose({ kind: 'superseded', message: '请刷新' })
    expect([evaluation.editable, evaluation.saveProblem]).toEqual([false, '请刷新'])
  })

  it('and the database was wiped in mid-use, writes the evaluation anew from the window', async () => {
    const wiped = memoryBrowser()
    const state = { lost: false }
    const evaluations = new Proxy(browser.evaluations, { get: (target, name) => Reflect.get(state.lost ? wiped.evaluations : target, name) as unknown })
    const { desk, evaluation } = openWindow(browser, { evaluations })
    await evaluation.open(await desk.openSample('founding'))
    state.lost = true
    evaluation.answer(QUOTA, given('4'))
    await quiet()
    expect([evaluation.saveState, evaluation.notice]).toEqual(['saved', expect.stringContaining('被清除')])
    expect((await wiped.evaluations.find(foundingCase.id))?.evaluation.answers[QUOTA]).toEqual(given('4'))
    evaluation.answer(QUOTA, given('5'))
    await quiet()
    expect((await wiped.evaluations.find(foundingCase.id))?.evaluation.answers[QUOTA]).toEqual(given('5'))
  })
})
