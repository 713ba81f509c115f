import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { assess } from '../../src/domain/indicators/assess'
import { printRun, reportContext, sectionText } from '../../src/domain/report/compose'
import type { Paragraph } from '../../src/domain/report/document'
import { outlineOf } from '../../src/domain/report/outlineOf'
import { reasonSlots, slotsIn, withReason } from '../../src/domain/report/reasonSlots'

const bare = { ...fictionalCase, narrative: {} }
const outline = outlineOf(catalog, bare)
const context = reportContext(outline, bare, assess(bare.framework, bare))
const words = (paragraphs: readonly Paragraph[]) => paragraphs.map((paragraph) => paragraph.map((run) => printRun(run, context).text).join(''))

describe('reasons of an 增减', () => {
  it('are asked for where a draft says a change, and are asked no more once written', () => {
    const slots = reasonSlots(outline, context)
    expect(slots.length).toBeGreaterThan(1)
    for (const slot of slots) {
      expect(slot.change).toMatch(/增加|减少/)
      const section = outline.sections.find(({ id }) => id === slot.section)!
      const before = sectionText(section, context)
      const after = withReason(before, slot, '主要原因是人员增加 2 人。')
      const sentence = words(after)[slot.paragraph]!
      expect(sentence.split('，主要原因是人员增加 2 人').length).toBe(2)
      expect(sentence.replace('，主要原因是人员增加 2 人', '')).toBe(words(before)[slot.paragraph])
      expect(slotsIn(section, after, context).map(({ paragraph }) => paragraph)).toEqual(slotsIn(section, before, context).map(({ paragraph }) => paragraph).filter((at) => at !== slot.paragraph))
      // Every figure goes on following the data.
      expect(after.flat().filter(({ kind }) => kind !== 'text')).toEqual(before.flat().filter(({ kind }) => kind !== 'text'))
    }
  })

  it.each([['由于工资调整', '工资调整'], ['是工资调整；', '工资调整'], ['主要是工资调整', '工资调整'], ['原因：工资调整', '工资调整'], ['受工资调整影响。', '受工资调整影响']])('%s is written once, as a sentence goes on', (given, written) => {
    const slot = reasonSlots(outline, context)[0]!
    const section = outline.sections.find(({ id }) => id === slot.section)!
    expect(words(withReason(sectionText(section, context), slot, given))[slot.paragraph]).toContain(`，主要原因是${written}`)
  })

  it('that are empty change nothing', () => {
    const slot = reasonSlots(outline, context)[0]!
    const before = sectionText(outline.sections.find(({ id }) => id === slot.section)!, context)
    expect(withReason(before, slot, '  。')).toBe(before)
  })
})
