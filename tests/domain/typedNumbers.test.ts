import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { given } from '../../src/domain/evaluation/answer'
import { applyEdit, type Edit } from '../../src/domain/evaluation/edit'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { assess } from '../../src/domain/indicators/assess'
import { compose, reportContext, sectionText, type ReportContext } from '../../src/domain/report/compose'
import type { Paragraph } from '../../src/domain/report/document'
import { earlierFigures } from '../../src/domain/report/earlierFigures'
import { findInsertables, insertables } from '../../src/domain/report/insertable'
import { bindNumber, printedParagraph, typedNumbers } from '../../src/domain/report/typedNumbers'

const outlineOf = (evaluation: Evaluation) => catalog.outlines.find(({ id }) => id === evaluation.outline)!
const contextOf = (evaluation: Evaluation): ReportContext => reportContext(outlineOf(evaluation), evaluation, assess(evaluation.framework, evaluation))
const offeredIn = (evaluation: Evaluation) => insertables(evaluation, contextOf(evaluation).figures, catalog.measures)

/** The report as somebody would have typed it: every bound figure turned into plain words. */
function typedByHand(evaluation: Evaluation): Evaluation {
  const context = contextOf(evaluation)
  const narrative = Object.fromEntries(outlineOf(evaluation).sections.map((section) =>
    [section.id, sectionText(section, context).map((paragraph): Paragraph => [{ kind: 'text', text: printedParagraph(paragraph, context).text }])]))
  return { ...evaluation, narrative }
}

const paragraphsOf = (evaluation: Evaluation): readonly Paragraph[] => Object.values(evaluation.narrative).flat()

const words = (text: string): readonly Paragraph[] => [[{ kind: 'text', text }]]
const verdicts = (text: string, evaluation: Evaluation = foundingCase) =>
  typedNumbers(words(text), offeredIn(evaluation), contextOf(evaluation)).map(({ text: typed, verdict, targets }) => [typed, verdict, targets[0]?.label])

/** Changes of figures that the founding text states, and what they are changed to. */
const changes: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom('expenditure@actual/all', 'expenditure.basic@actual/all', 'expenditure.personnel@actual/all', 'expenditure.officeTraining@actual/all', 'expenditure.otherGoods@actual/all',
    'expenditure.project@actual/all', 'staff.quota@approved', 'staff.onPost@yearEnd', 'staff.temporary@approved').chain((item) =>
    fc.integer({ min: 1, max: 899 }).map((by): Edit => ({ kind: 'answer', item, before: foundingCase.answers[item] ?? null, after: given(String(by + 1000)) }))),
  fc.constantFrom('video', 'outlet', 'intranet', 'metro', 'outsourcing').chain((row) => fc.integer({ min: 1, max: 899 }).map((by): Edit => ({
    kind: 'cell', table: 'projects', row, column: 'actual', before: foundingCase.tables['projects']!.find(({ id }) => id === row)!.cells['actual']!, after: given(`${by}.77`) }))),
)

describe('numbers typed by hand', () => {
  it('equal to an item are offered to be bound, the item the words name first', () => {
    expect(verdicts('全年人员经费172万元。')).toEqual([['172万元', 'equal', '人员经费 决算数']])
    expect(verdicts('一次花了96.88万元。')).toEqual([['96.88万元', 'equal', '区电子政务外网出口宽带专线租赁项目']])
    expect(verdicts('合1720000元。')[0]).toEqual(['1720000元', 'equal', '人员经费 决算数'])
  })

  it('nearly equal, or contradicting what they name, are told', () => {
    expect(verdicts('共用去830万元。')).toEqual([['830万元', 'near', '支出合计 决算数']])
    expect(verdicts('基本支出191.5万元。')).toEqual([['191.5万元', 'contradicts', '基本支出 决算数']])
  })

  it('are left alone where the data knows nothing of them', () => {
    expect(verdicts('召开会议44次，走访企业7777家，投资54321万元。')).toEqual([])
    expect(typedNumbers(foundingCase.narrative['profile.expenditure']!, offeredIn(foundingCase), contextOf(foundingCase))).toEqual([])
  })

  it('once bound print the same and follow', () => {
    const context = contextOf(foundingCase)
    const paragraphs = words('人员经费172万元，占大头。')
    const note = typedNumbers(paragraphs, offeredIn(foundingCase), context)[0]!
    const bound = bindNumber(paragraphs, note, note.targets[0]!.run, context)
    expect(printedParagraph(bound[0]!, context).text).toBe('人员经费172万元，占大头。')
    const changed = contextOf({ ...foundingCase, answers: { ...foundingCase.answers, 'expenditure.personnel@actual/all': given('180.5') } })
    expect(printedParagraph(bound[0]!, changed).text).toBe('人员经费180.5万元，占大头。')
  })

  it('never go stale unnoticed: 30 random changes of the data under a text typed by hand', () => {
    const typed = typedByHand(foundingCase)
    const before = typedNumbers(paragraphsOf(typed), offeredIn(typed), contextOf(typed))
    fc.assert(fc.property(changes, (change) => {
      const figure = change.kind === 'answer' ? change.item : change.kind === 'cell' ? `${change.table}[${change.row}].${change.column}` : ''
      const changed = applyEdit(typed, change)
      const offered = offeredIn(changed)
      const earlier = earlierFigures(changed, [change], offered.flatMap((one) => (one.figure === undefined ? [] : [one.figure])), catalog.measures)
      const after = typedNumbers(paragraphsOf(changed), offered, contextOf(changed), earlier)
      const concerned = before.filter(({ verdict, targets }) => verdict === 'equal' && targets.some((target) => target.figure === figure))
      expect(concerned.length).toBeGreaterThan(0)
      // Each place that stated the figure is still told of: as stale, as contradicting, or as equal to another item of the same value.
      for (const { paragraph, start } of concerned) expect(after.find((note) => note.paragraph === paragraph && note.start === start)?.verdict).toBeDefined()
      expect(after.some(({ verdict }) => verdict === 'stale' || verdict === 'contradicts')).toBe(true)
    }), { numRuns: 30 })
  })

  it('need no notice where they are bound: after 30 random changes the bound text says the new figure', () => {
    fc.assert(fc.property(changes, (change) => {
      const changed = applyEdit(foundingCase, change)
      const text = compose(outlineOf(changed), changed, assess(changed.framework, changed)).blocks
        .flatMap((block) => (block.kind === 'paragraph' ? block.runs.map((run) => run.text) : [])).join('')
      const after = change.kind === 'answer' || change.kind === 'cell' ? change.after : null
      expect(text).toContain(after?.kind === 'given' ? after.text : '?')
    }), { numRuns: 30 })
  })
})

describe('what can be inserted', () => {
  const offered = offeredIn(fictionalCase)
  it('is found by parts of its name, this year before last', () => {
    expect(findInsertables(offered, '基本支出')[0]!.label).toBe('基本支出 决算数')
    expect(findInsertables(offered, '基本支出 决算')[0]!.label).toBe('基本支出 决算数')
    expect(findInsertables(offered, '支出合计 增减').map(({ label }) => label)).toEqual(['支出合计 比上年增减', '支出合计 比年初预算增减'])
    expect(findInsertables(offered, '自评得分')[0]!.run).toEqual({ kind: 'score', part: 'points', of: '' })
    expect(findInsertables(offered, '没有这个')).toEqual([])
  })
})
