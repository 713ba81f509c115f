import { describe, expect, it } from 'vitest'
import { given, type Answer } from '../../src/domain/evaluation/answer'
import { cellsOfText, textOfCells } from '../../src/ui/pages/forms/clipboardText'
import { pasteBlock, type Pasted } from '../../src/ui/pages/forms/pasteBlock'
import type { CellTarget } from '../../src/ui/pages/forms/target'
import blocks from '../cases/paste/blocks.json'
import cells from '../cases/paste/cells.json'

const TARGETS: { readonly [kind: string]: Partial<CellTarget> & Pick<CellTarget, 'kind'> } = {
  money: { kind: 'money' }, count: { kind: 'number', unit: '人' }, percent: { kind: 'number', percent: true }, text: { kind: 'text' }, date: { kind: 'date' },
}

const wordsOf = (answer: Answer | null): string => (answer === null ? '' : answer.kind === 'given' ? answer.text : '不涉及')

/** Every cell a paste fills, by id. */
const keptBy = ({ edits }: Pasted): { readonly [id: string]: string } =>
  Object.fromEntries(edits.map((edit) => (edit.kind === 'answer' ? [edit.item, wordsOf(edit.after)] : ['?', edit.kind])))

describe('one cell from Excel or WPS', () => {
  it.each(cells.cases)('$cell $clipboard → $kept', (one) => {
    const target: CellTarget = { id: 'x', name: 'x', ...TARGETS[one.cell]! }
    const pasted = pasteBlock(one.clipboard, { grid: [[target]], row: 0, column: 0, before: () => null, inYuan: 'yuan' in one && one.yuan === true })
    const kept = pasted.refused.length > 0 ? 'refused' : (keptBy(pasted)['x'] ?? '')
    expect(kept).toBe(one.kept)
    if (one.kept === 'refused') expect(pasted.refused[0]!.reason).toMatch(/^“.*。$/s)
  })

  it('is tried on a hundred samples and more', () => expect(cells.cases.length + blocks.cases.length).toBeGreaterThanOrEqual(100))
})

const labels = ['公务接待费', '基本支出', '公用经费', '政府采购']
const grid = ['a', 'b', 'c', 'd'].map((row, r) => ['一', '二', '三'].map((column, c): CellTarget | null =>
  (row === 'd' && c === 2 ? null : { id: `${row}${c + 1}`, name: `${labels[r]} ${column}`, kind: 'money' })))

describe('a block', () => {
  it.each(blocks.cases)('$says', (one) => {
    const [rows, columns] = 'range' in one && one.range ? one.range : []
    const pasted = pasteBlock(one.clipboard, {
      grid, row: one.at[0]!, column: one.at[1]!, labels: labels.map((label) => [label]), heads: ['上年决算', '本年预算', '本年决算'], before: () => null,
      inYuan: 'yuan' in one && one.yuan === true, ...(rows === undefined ? {} : { rows }), ...(columns === undefined ? {} : { columns }),
    })
    expect({ kept: keptBy(pasted), outside: pasted.outside, refused: pasted.refused.map(({ name }) => name) })
      .toEqual({ kept: one.kept, outside: 'outside' in one ? one.outside : 0, refused: 'refused' in one ? one.refused : [] })
    expect(pasted.filled).toBe(Object.keys(one.kept).length)
  })

  it('remembers what stood before, cell by cell', () => {
    const { edits } = pasteBlock('1\t2', { grid, row: 0, column: 0, before: (id) => (id === 'a1' ? given('9') : null) })
    expect(edits).toEqual([{ kind: 'answer', item: 'a1', before: given('9'), after: given('1') }, { kind: 'answer', item: 'a2', before: null, after: given('2') }])
  })

  it('pasted below the last row of a list makes rows', () => {
    const columns = (id: string): readonly CellTarget[] => [{ id: `projects[${id}].name`, name: '项目名称', kind: 'text' }, { id: `projects[${id}].actual`, name: '决算数', kind: 'money' }]
    const pasted = pasteBlock('甲\t1\n乙\t2\n\n丙\t不是数', { grid: [columns('p1')], row: 0, column: 0, before: () => null,
      grow: { table: 'projects', next: (n) => ({ id: `new${n}`, targets: columns(`new${n}`) }) } })
    expect(pasted.edits.map((edit) => (edit.kind === 'rowAdded' ? [edit.index, edit.row.id, edit.row.cells] : edit.kind))).toEqual([
      'cell', 'cell', [1, 'new1', { name: given('乙'), actual: given('2') }], [2, 'new2', { name: given('丙') }]])
    expect([pasted.added, pasted.filled, pasted.refused.length]).toEqual([2, 5, 1])
  })
})

describe('what is copied', () => {
  it('is read back cell by cell, whatever stands in it', () => {
    const rows = [['1', '甲\n乙', ''], ['"', 'a\tb', '他说"好"']]
    expect(cellsOfText(textOfCells(rows))).toEqual(rows)
  })
})
