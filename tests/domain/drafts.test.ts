import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import type { Answer } from '../../src/domain/evaluation/answer'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { assess } from '../../src/domain/indicators/assess'
import { itemOf } from '../../src/domain/measures/item'
import { printRun, reportContext, sectionDraft, type ReportContext } from '../../src/domain/report/compose'
import type { Run } from '../../src/domain/report/document'
import { changeWords } from '../../src/domain/report/printChange'
import { decimal } from '../../src/kernel/rational'
import { arbitraryEvaluation } from '../support/arbitraryEvaluation'

const RUNS = Number(process.env['HENGJI_DRAFT_RUNS'] ?? 60)

const outline = { ...catalog.outlines[0]!, sections: catalog.outlines.flatMap(({ sections }) => sections) }

/** Figures as they fall out of real ledgers: many zeros, equal years, blanks; and words that cannot be taken for ours. */
const NUMBERS = new Set(['figure', 'actual', 'priorActual', 'originalBudget', 'adjustedBudget', 'rowCount'])
const kinds = new Map(catalog.measures.map(({ id, kind }) => [id, kind]))
const tame = (answer: Answer): Answer => (answer.kind === 'given' ? { ...answer, text: '甲' } : answer)
const tamed = <T extends { readonly [key: string]: Answer }>(cells: T): T => Object.fromEntries(Object.entries(cells).map(([id, answer]) => [id, NUMBERS.has(id) ? answer : tame(answer)])) as T

const evaluations: fc.Arbitrary<Evaluation> = fc.tuple(arbitraryEvaluation, fc.array(fc.constantFrom('0', '0.00', '10', '12.5', '12.50', 'same', 'blank', 'none'), { minLength: 40, maxLength: 40 })).map(([evaluation, moves]) => {
  const answers: { [id: string]: Answer } = { ...evaluation.answers }
  const money = Object.keys(answers).filter((id) => id.includes('@')).slice(0, 400)
  for (const [i, move] of moves.entries()) {
    const id = money[(i * 7919) % Math.max(1, money.length)]
    if (id === undefined) break
    const twin = id.replace('@actual', '@priorActual')
    if (move === 'blank') delete answers[id]
    else if (move === 'none') answers[id] = { kind: 'notInvolved' }
    else if (move === 'same') answers[twin] = answers[id] ?? { kind: 'given', text: '0' }
    else answers[twin] = { kind: 'given', text: move }
  }
  const kept = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, kinds.get(itemOf(id).measure) === 'text' ? tame(answer) : answer]))
  return {
    ...evaluation, answers: kept, narrative: {},
    tables: Object.fromEntries(Object.entries(evaluation.tables).map(([table, rows]) => [table, rows.map((row) => ({ ...row, cells: tamed(row.cells) }))])),
    judgements: Object.fromEntries(Object.entries(evaluation.judgements).map(([id, authors]) => [id, { ...authors, ...(authors.self ? { self: { ...authors.self, reason: '乙', improvement: '丙' } } : {}) }])),
  }
})

/** The value as plain decimal text, read from the figures without the code that prints. */
function valueOf(tree: Extract<Run, { kind: 'change' }>['from'], context: ReportContext) {
  if (tree.kind !== 'item') throw new Error('drafts compare items only')
  const figure = context.figures.item(tree.item)
  return figure.kind === 'value' ? figure.value : null
}

function directionFault(run: Extract<Run, { kind: 'change' }>, printed: string, context: ReportContext): string | null {
  const [from, to] = [valueOf(run.from, context), valueOf(run.to, context)]
  if (!from || !to) return `compares what is not known: ${printed}`
  const difference = to.n * from.d - from.n * to.d
  const says = /持平/.test(printed) ? 0 : /增加/.test(printed) ? 1 : /减少/.test(printed) ? -1 : 9
  if (says !== (difference > 0n ? 1 : difference < 0n ? -1 : 0)) return `wrong direction: ${printed}`
  if (/增长/.test(printed) && (difference <= 0n || from.n <= 0n)) return `growth on a base that bears none: ${printed}`
  if (/下降/.test(printed) && (difference >= 0n || from.n <= 0n)) return `fall that is none: ${printed}`
  if (says !== 0 && !/[增减][加少]\d+(\.\d+)?(万元|[人个辆]|批次|人次|份)/.test(printed)) return `no unit: ${printed}`
  return null
}

/** What follows a number that needs no unit of its own: a year, a list number, a rate. */
const UNIT = /^(?:万元|[%年月日分人个份辆批件条项]|人次|批次|甲|）|余|多|万|处|次|级|期)/

function textFaults(text: string): readonly string[] {
  const faults: string[] = []
  for (const match of text.matchAll(/\d+(?:\.\d+)?/g)) {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)]
    if (before.endsWith('（') && after.startsWith('）')) continue
    if (!UNIT.test(after)) faults.push(`no unit after ${match[0]}: …${before.slice(-12)}${match[0]}${after.slice(0, 8)}`)
  }
  if (/undefined|null|NaN|\[object|XX|××|[{}]|，，|，。|。。|；。|^[，。；]|为，/.test(text)) faults.push(`left over: ${text}`)
  return faults
}

function faultsOf(evaluation: Evaluation): readonly string[] {
  const context = reportContext(outline, evaluation, assess(evaluation.framework, evaluation))
  return outline.sections.flatMap((section) => sectionDraft(section, context).flatMap((paragraph) => {
    const printed = paragraph.map((run) => ({ run, printed: printRun(run, context) }))
    const faults = printed.flatMap(({ run, printed: { text } }) => {
      const fault = run.kind === 'change' ? directionFault(run, text, context) : null
      return fault === null ? [] : [fault]
    })
    const plain = printed.map(({ run, printed: piece }) => (run.kind === 'text' || piece.kind !== 'unfilled' ? piece.text : '甲'))
    // Titles of indicators and the framework's name are not ours: 2017, 100%.
    const titles = evaluation.framework.indicators.reduce((text, { title }) => text.replaceAll(`“${title}”`, '“甲”'), plain.join('').replaceAll(evaluation.framework.title, '甲'))
    return [...faults, ...textFaults(titles.replaceAll(/（年度目标[^）]*）/g, ''))]
  }))
}

describe('drafts from the figures', () => {
  it(`never say a wrong direction, a number without unit, growth on zero, or a leftover (${RUNS} random evaluations)`, () => {
    fc.assert(fc.property(evaluations, (evaluation) => { expect(faultsOf(evaluation)).toEqual([]) }), { numRuns: RUNS })
  }, 600_000)

  it('are free of faults for the samples too', () => {
    expect(faultsOf({ ...foundingCase, narrative: {} })).toEqual([])
    expect(faultsOf(JSON.parse(JSON.stringify({ ...fictionalCase, narrative: {} }).replaceAll('2025 年 12 月', '甲').replaceAll(/\d (天|个月)/g, '甲')) as Evaluation)).toEqual([])
  })

  it('would be caught saying a wrong direction', () => {
    const context = reportContext(outline, fictionalCase, assess(fictionalCase.framework, fictionalCase))
    const run = { kind: 'change', from: { kind: 'item', item: 'expenditure@priorActual/all' }, to: { kind: 'item', item: 'expenditure@actual/all' }, than: '上年' } as const
    expect(directionFault(run, '比上年减少41.05万元，下降4.09%', context)).toContain('wrong direction')
    expect(textFaults('支出12.5，占')).toHaveLength(1)
    expect(printRun(run, context).text).toBe('比上年增加41.05万元，增长4.09%')
  })

  it.each([
    ['0', '3', '比上年增加3万元'], ['3', '0', '比上年减少3万元，下降100.00%'], ['5.0', '5', '与上年持平'], ['-1', '2', '比上年增加3万元'],
    ['100000', '100001', '比上年增加1万元，增长不到0.01%'], ['12.30', '10', '比上年减少2.3万元，下降18.70%'],
  ])('words a change from %s to %s as %s', (from, to, words) => {
    expect(changeWords(decimal(from), decimal(to), '上年', '万元', 6)).toBe(words)
  })
})
