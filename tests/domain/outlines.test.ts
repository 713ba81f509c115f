import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { assess } from '../../src/domain/indicators/assess'
import { compose } from '../../src/domain/report/compose'

describe.each(catalog.outlines.map((outline) => [outline.id, outline] as const))('the outline %s', (_, outline) => {
  it('has sections that are named once and never skip a level', () => {
    const ids = outline.sections.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [i, { level }] of outline.sections.entries()) expect(level).toBeLessThanOrEqual((outline.sections[i - 1]?.level ?? 0) + 1)
  })

  it('says whether its headings were seen', () => {
    expect(outline.source).not.toBe('')
    if (outline.verification === 'unverified') expect(outline.source).toMatch(/待核对|互证/)
  })

  it('is filled from the figures of both samples, every required section answered or visibly open', () => {
    for (const evaluation of [fictionalCase, foundingCase]) {
      const document = compose(outline, { ...evaluation, narrative: {} }, assess(evaluation.framework, evaluation))
      const headings = document.blocks.filter((block) => block.kind === 'heading')
      const parents = new Set(outline.sections.filter(({ level }, i) => (outline.sections[i + 1]?.level ?? 0) > level).map(({ id }) => id))
      const spoken = outline.sections.filter(({ id, required, whenEmpty, inserts }) => required || whenEmpty || inserts || parents.has(id) || document.blocks.some((block) => block.kind === 'paragraph' && block.section === id))
      expect(headings.map(({ section }) => section)).toEqual(spoken.map(({ id }) => id))
      const silent = outline.sections.filter(({ required, id, inserts }) => required && !parents.has(id) && !inserts
        && !document.blocks.some((block) => block.kind === 'paragraph' && block.section === id))
      expect(silent.map(({ heading }) => heading)).toEqual([])
    }
  })
})

it('answers 无 in the sections of 提纲 D that most units do not have', () => {
  const outline = catalog.outlines.find(({ id }) => id === 'hunan2021')!
  const document = compose(outline, { ...fictionalCase, narrative: {} }, assess(fictionalCase.framework, fictionalCase))
  for (const section of ['fund.government', 'fund.stateCapital', 'fund.insurance'])
    expect(document.blocks.flatMap((block) => (block.kind === 'paragraph' && block.section === section ? [block.runs.map(({ text }) => text).join('')] : []))).toEqual(['无。'])
})
