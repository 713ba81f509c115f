import { describe, expect, it } from 'vitest'
import { given, notInvolved } from '../../src/domain/evaluation/answer'
import { cellsOfText, pasteBlock } from '../../src/ui/pages/forms/pasteBlock'
import type { CellTarget } from '../../src/ui/pages/forms/target'

const money = (id: string): CellTarget => ({ id, name: id, kind: 'money' })
const grid = [[money('a@actual/all'), money('b@actual/all')], [money('c@actual/all'), null], [money('projects[p1].actual'), money('e@actual/all')]]

describe('a block copied from Excel', () => {
  it('is cut at tabs and lines, quoted cells with line breaks whole', () =>
    expect(cellsOfText('1\t2\r\n"甲\n乙"\t"他说""好"""\r\n')).toEqual([['1', '2'], ['甲\n乙', '他说"好"']]))

  it('fills the grid as one set of edits, blanks left alone, the unreadable refused by name', () => {
    const pasted = pasteBlock('1,000.50\t—\n\t7\n(3)\t约9\n8', grid, 0, 0, () => null)
    expect(pasted.edits).toEqual([
      { kind: 'answer', item: 'a@actual/all', before: null, after: given('1000.50') },
      { kind: 'answer', item: 'b@actual/all', before: null, after: notInvolved },
      { kind: 'cell', table: 'projects', row: 'p1', column: 'actual', before: null, after: given('-3') },
    ])
    expect(pasted.refused.map((one) => one.name)).toEqual(['e@actual/all'])
    expect(pasted.outside).toBe(2)
  })
})
