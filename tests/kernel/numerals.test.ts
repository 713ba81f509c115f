import { describe, expect, it } from 'vitest'
import { readTyped } from '../../src/kernel/numerals'
import cases from '../cases/numerals.json'

const kept = (typed: string, unit: number | null): string => {
  const read = readTyped(typed, unit)
  if (!read.ok) return 'refused'
  return read.value.kind === 'figure' ? read.value.text : read.value.kind
}

describe('what is typed into a figure’s cell', () => {
  it.each(cases.cases)('$typed → $kept', ({ typed, unit, kept: wanted }) => expect(kept(typed, unit)).toBe(wanted))

  it('is refused with a sentence that says what to do', () => {
    const read = readTyped('十二', 4)
    expect(read.ok ? '' : read.error).toBe('“十二”不是数字。请填数字；没有填 0，不涉及填“不涉及”。')
  })
})
