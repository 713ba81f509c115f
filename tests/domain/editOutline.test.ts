import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import type { OwnSection } from '../../src/domain/evaluation/ownSection'
import { assess } from '../../src/domain/indicators/assess'
import { compose } from '../../src/domain/report/compose'
import { addedSection, changedSection, movedSection, ownSections, removedSection, shiftedSection } from '../../src/domain/report/editOutline'
import { outlineOf } from '../../src/domain/report/outlineOf'

const composed = (evaluation: Evaluation) => compose(outlineOf(catalog, evaluation), evaluation, assess(evaluation.framework, evaluation))
const headings = (evaluation: Evaluation): readonly string[] => composed(evaluation).blocks.flatMap((block) => (block.kind === 'heading' ? [block.number + block.text] : []))
const own = (evaluation: Evaluation): readonly OwnSection[] => ownSections(outlineOf(catalog, evaluation))
const section = (level: OwnSection['level'], id: string): OwnSection => ({ id, level, heading: id, required: true })
const tree: readonly OwnSection[] = [section(1, 'a'), section(2, 'a1'), section(3, 'a1x'), section(2, 'a2'), section(1, 'b')]
const ids = (sections: readonly OwnSection[] | null) => sections?.map(({ id, level }) => `${id}${level}`).join(' ') ?? null

describe('the sections of an evaluation’s own outline', () => {
  it('say the same as the outline they came from', () => {
    for (const outline of catalog.outlines) {
      const evaluation = { ...fictionalCase, outline: outline.id }
      expect(composed({ ...evaluation, sections: own(evaluation) })).toEqual(composed(evaluation))
    }
  })

  it('move with what stands under them, past neighbours of their level only', () => {
    expect(ids(movedSection(tree, 'a1', 1))).toBe('a1 a22 a12 a1x3 b1')
    expect(ids(movedSection(tree, 'a', 1))).toBe('b1 a1 a12 a1x3 a22')
    expect(ids(movedSection(tree, 'b', -1))).toBe('b1 a1 a12 a1x3 a22')
    expect([movedSection(tree, 'a2', 1), movedSection(tree, 'a1', -1), movedSection(tree, 'a1x', 1), movedSection(tree, 'b', 1)]).toEqual([null, null, null, null])
  })

  it('go a level deeper or higher without skipping one', () => {
    expect(ids(shiftedSection(tree, 'a2', 1))).toBe('a1 a12 a1x3 a23 b1')
    expect(ids(shiftedSection(tree, 'b', 1))).toBe('a1 a12 a1x3 a22 b2')
    expect([shiftedSection(tree, 'a', 1), shiftedSection(tree, 'a1', 1), shiftedSection(tree, 'a', -1)]).toEqual([null, null, null])
    expect(ids(shiftedSection(tree, 'a1', -1))).toBe('a1 a11 a1x2 a22 b1')
  })

  it('are added behind what stands under a section, and removed with it; never the last', () => {
    expect(ids(addedSection(tree, 'a1', { id: 'new', heading: '新', required: true }))).toBe('a1 a12 a1x3 new2 a22 b1')
    expect(ids(removedSection(tree, 'a'))).toBe('b1')
    expect(removedSection([section(1, 'a'), section(2, 'b')], 'a')).toBeNull()
  })

  it('keep the tree sound whatever is done to them in whatever order', () => {
    const step = fc.record({ act: fc.constantFrom('up', 'down', 'deeper', 'higher', 'add', 'remove'), at: fc.nat(20) })
    fc.assert(fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let sections = tree
      steps.forEach(({ act, at }, n) => {
        const { id } = sections[at % sections.length]!
        const next = { up: () => movedSection(sections, id, -1), down: () => movedSection(sections, id, 1), deeper: () => shiftedSection(sections, id, 1), higher: () => shiftedSection(sections, id, -1),
          add: () => addedSection(sections, id, { id: `n${n}`, heading: '新', required: false }), remove: () => removedSection(sections, id) }[act as 'up']()
        if (next && act !== 'add' && act !== 'remove') expect(next.map((one) => one.id).sort()).toEqual(sections.map((one) => one.id).sort())
        sections = next ?? sections
      })
      expect(sections.length).toBeGreaterThan(0)
      expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
      sections.forEach(({ level }, i) => expect(level).toBeLessThanOrEqual((sections[i - 1]?.level ?? 0) + 1))
    }), { numRuns: 60 })
  })
})

describe('the report by its own outline', () => {
  it('follows new names, order and sections, with drafts and tables where they were asked for', () => {
    const renamed = changedSection(own(fictionalCase), 'problems', { heading: '主要不足' })
    const sections = addedSection(renamed, 'problems', { id: 'own.1', heading: '“三公”经费情况', required: true, drafts: ['threePublic', 'unheardOf'], inserts: ['projects'] })
    const evaluation = { ...fictionalCase, sections }
    expect(headings(evaluation).filter((heading) => /不足|三公/.test(heading))).toEqual(['五、主要不足', '六、“三公”经费情况'])
    const { blocks } = composed(evaluation)
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.section === 'own.1')
    const drafted = blocks[at + 1]!
    expect(drafted.kind === 'paragraph' ? drafted.runs.map(({ text }) => text).join('') : '').toContain('三公')
    expect(blocks.slice(at).find(({ kind }) => kind === 'table')).toMatchObject({ caption: '专项（项目）支出明细表' })
  })

  it('leaves out an optional section without text, heading and number', () => {
    const sections = addedSection(own(fictionalCase), 'profile.nature', { id: 'own.1', heading: '人员结构', required: false })
    expect(headings({ ...fictionalCase, sections })).toEqual(headings(fictionalCase))
    const written = { ...fictionalCase, sections, narrative: { ...fictionalCase.narrative, 'own.1': [[{ kind: 'text' as const, text: '在编 40 人。' }]] } }
    expect(headings(written)).toContain('（二）人员结构')
    expect(headings({ ...fictionalCase, sections: changedSection(sections, 'own.1', { required: true }) })).toContain('（二）人员结构')
  })
})
