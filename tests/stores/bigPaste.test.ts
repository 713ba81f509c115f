import { describe, expect, it } from 'vitest'
import { given } from '../../src/domain/evaluation/answer'
import type { Row } from '../../src/domain/evaluation/evaluation'
import { memoryBrowser, openWindow, quiet } from '../support/memoryServices'

const row = (i: number): Row => ({ id: `u${i}`, kind: 'single', cells: { use: given(`用途${i}`) } })

async function withRows(count: number) {
  const browser = memoryBrowser()
  const window = openWindow(browser)
  await window.desk.open()
  const id = await window.desk.openSample('fictional')
  await window.evaluation.open(id)
  window.evaluation.together(Array.from({ length: count }, (_, i) => ({ kind: 'rowAdded', table: 'big', index: i, row: row(i) })))
  return { ...window, browser, id }
}

describe('a paste of 5,000 cells', () => {
  it('is one step, taken back by one undo and done again by one redo, over a reload too', async () => {
    const { evaluation, browser, id } = await withRows(5000)
    const empty = evaluation.evaluation!.tables['big']
    evaluation.together(Array.from({ length: 5000 }, (_, i) => ({ kind: 'cell', table: 'big', row: `u${i}`, column: 'actual', before: null, after: given(`${i}.50`) })))
    const filled = evaluation.evaluation!.tables['big']
    expect(filled!.map((one) => one.cells['actual'])).toEqual(Array.from({ length: 5000 }, (_, i) => given(`${i}.50`)))
    evaluation.undo()
    expect(evaluation.evaluation!.tables['big']).toEqual(empty)
    evaluation.redo()
    expect(evaluation.evaluation!.tables['big']).toEqual(filled)
    await quiet()
    const again = openWindow(browser)
    await again.evaluation.open(id)
    expect(again.evaluation.undo()).toBe(true)
    expect(again.evaluation.evaluation!.tables['big']).toEqual(empty)
    expect(again.evaluation.undo()).toBe(true)
    expect(again.evaluation.evaluation!.tables['big'] ?? []).toEqual([])
  })

  it('never touches the evaluation it goes into', async () => {
    const { evaluation } = await withRows(3)
    const before = evaluation.evaluation!
    const kept = structuredClone(before)
    evaluation.together([{ kind: 'cell', table: 'big', row: 'u1', column: 'actual', before: null, after: given('1') }, { kind: 'rowRemoved', table: 'big', index: 2, row: row(2) }])
    expect(before).toEqual(kept)
    expect(evaluation.evaluation!.tables['big']!.map(({ id, cells }) => [id, cells['actual']])).toEqual([['u0', undefined], ['u1', given('1')]])
  })
})
