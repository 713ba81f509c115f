import { describe, expect, it } from 'vitest'
import type { FigureMark } from '../../src/domain/checkup/figureMarks'
import { blockAt, remarked, retyped, type TypedBlock } from '../../src/ui/pages/checkup/typedBlocks'

const LINES = Array.from({ length: 200 }, (_, i) => `第${i}项支出${i + 100}万元，按期完成。`)
const TEXT = LINES.join('\n')
const marksOf = (text: string): readonly FigureMark[] => [...text.matchAll(/\d{3}万元/g)].map(({ index, 0: words }) => ({ start: index, end: index + words.length, state: 'held' }))
const words = (blocks: readonly TypedBlock[]): string => blocks.map(({ text }) => text).join('')
/** Every mark with the words beneath it, in the whole text. */
const marked = (blocks: readonly TypedBlock[]): readonly string[] => blocks.flatMap(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end)))

describe('typed words in blocks', () => {
  const fresh = remarked(retyped([], TEXT), marksOf(TEXT))

  it('hold every word and every mark', () => {
    expect(words(fresh)).toBe(TEXT)
    expect(marked(fresh)).toEqual(marksOf(TEXT).map(({ start, end }) => TEXT.slice(start, end)))
    expect(fresh.length).toBeGreaterThan(5)
  })

  it.each([
    ['a letter in the middle', (text: string) => text.replace('第100项', '第100大项')], ['a line put in', (text: string) => text.replace('第100项', '\n第100项')],
    ['a line taken out', (text: string) => text.replace(`${LINES[100]!}\n`, '')], ['words at the end', (text: string) => `${text}另外`], ['words in front', (text: string) => `关于${text}`],
  ])('stay the same but where they are changed: %s', (_, change) => {
    const later = change(TEXT)
    const after = retyped(fresh, later)
    expect(words(after)).toBe(later)
    expect(fresh.filter((block) => !after.includes(block)).length).toBeLessThanOrEqual(2)
    const lost = marksOf(later).length - marked(after).length
    expect(lost).toBeLessThanOrEqual(1)
    for (const one of marked(after)) expect(one).toMatch(/^\d{3}万元$/)
  })

  it('are all the same after a check that found the same', () => expect(remarked(fresh, marksOf(TEXT))).toEqual(fresh))

  it('change in one place where one mark changes', () => {
    const marks = marksOf(TEXT).map((mark, i) => (i === 90 ? { ...mark, state: 'contradicted' as const } : mark))
    const after = remarked(fresh, marks)
    expect(after.filter((block, i) => block !== fresh[i])).toHaveLength(1)
  })

  it('follow any change of the words', () => {
    let [blocks, text] = [fresh, TEXT]
    for (const next of ['', 'a', 'a\n', '\n\n', 'a\n\nb', TEXT, `${TEXT}\n`, TEXT.slice(500), TEXT.slice(0, 700)]) {
      blocks = retyped(blocks, next)
      text = next
      expect(words(blocks)).toBe(text)
      expect(blocks.flatMap(({ lines }) => lines).length).toBe(text.split('\n').length)
    }
  })

  it('tell where an offset lies', () => {
    const at = TEXT.indexOf('第150项')
    const found = blockAt(fresh, at)!
    expect(found.block.text.slice(at - found.start)).toMatch(/^第150项/)
    expect(blockAt(fresh, TEXT.length + 5)).toBeNull()
  })
})
