import { describe, expect, it } from 'vitest'
import { HyperFormula, type RawCellContent } from 'hyperformula'
import { read, utils } from 'xlsx'
import { formula } from '../../../src/catalog/formula'
import { catalog } from '../../../src/catalog/catalog'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { given, notInvolved } from '../../../src/domain/evaluation/answer'
import type { Evaluation } from '../../../src/domain/evaluation/evaluation'
import type { Judgement } from '../../../src/domain/evaluation/judgement'
import { judgementsDecoder } from '../../../src/domain/evaluation/decodeJudgement'
import { assess } from '../../../src/domain/indicators/assess'
import { frameworkDecoder } from '../../../src/domain/indicators/decodeFramework'
import { supposing } from '../../../src/domain/indicators/whatIf'
import { lintFramework } from '../../../src/domain/indicators/lint'
import { SCORING_KINDS } from '../../../src/domain/scoring/scoring'
import { scoringFaults, weightFaults } from '../../../src/domain/scoring/scoringFaults'
import { writeEvaluation } from '../../../src/exchange/excel/writeEvaluation'
import { decode } from '../../../src/kernel/decode'
import { decimal } from '../../../src/kernel/rational'
import { everyKind } from '../../support/everyKind'

const tried = (judgements: { readonly [id: string]: Judgement } = {}, answers: Evaluation['answers'] = {}): Evaluation => ({
  ...fictionalCase, framework: everyKind, answers: { ...fictionalCase.answers, ...answers },
  judgements: Object.fromEntries(Object.entries(judgements).map(([id, judgement]) => [id, { self: judgement }])),
})
const lineOf = (id: string, evaluation: Evaluation) => assess(everyKind, evaluation).lines.find((line) => line.indicator.id === id)!

describe('a framework with every way of scoring', () => {
  it('has every one of them', () => expect(new Set(everyKind.indicators.map(({ scoring }) => scoring.kind))).toEqual(new Set(Object.keys(SCORING_KINDS))))
  it('is sound, and read from outside as it was written', () => {
    expect(lintFramework(everyKind)).toEqual([{ indicator: 'entered', message: '没有算式，结果要由人填' }])
    expect(decode(frameworkDecoder, JSON.parse(JSON.stringify(everyKind)))).toEqual({ ok: true, value: everyKind })
  })

  it('explains every line, and counts nothing that is open', () => {
    const wrong = assess(everyKind, tried()).lines.filter((line) => line.trace.length === 0 || (line.points === null) !== (line.state === 'open') || (line.state === 'open' && line.asked.length === 0))
    expect(wrong.map((line) => line.indicator.id)).toEqual([])
  })

  it.each([
    ['linear', '93.33%', '3.34'], ['bands', '93.33%', '5.00'], ['symmetric', '93.33%', '5.00'], ['equal', '86', '4.00'], ['range', '93.33%', '4.00'], ['price', '69.7674', '4.30'],
    ['cases', '有空编', '3.00'], ['best', '6.32%', '4.00'], ['checkpoints', '4.476 分', '4.48'],
  ])('scores %s of 「示例单位」: %s, %s', (id, value, points) => expect({ value: lineOf(id, tried()).value, points: lineOf(id, tried()).points }).toEqual({ value, points }))

  it('takes a value that a person enters, in percent, and says what it cannot read', () => {
    expect(lineOf('entered', tried({ entered: { entry: { kind: 'value', value: '95%' } } }))).toMatchObject({ value: '95.00%', points: '4.75', state: 'judged' })
    expect(lineOf('entered', tried({ entered: { entry: { kind: 'value', value: '95' } } })).points).toBeNull()
    expect(lineOf('entered', tried({ entered: { entry: { kind: 'value', value: '很好' } } })).trace.at(-1)?.text).toContain('写作“很好”，应为百分数')
    expect(lineOf('entered', tried()).points).toBeNull()
  })

  it('takes days by milestone or a single day', () => {
    expect(lineOf('deadline', tried({ deadline: { entry: { kind: 'date', day: '2026-01-05' } } })).points).toBe('3.50')
    expect(lineOf('deadline', tried({ deadline: { entry: { kind: 'dates', days: { m: { done: '2025-12-31' } } } } })).points).toBe('4.00')
  })

  it('gives nothing where a veto holds, by the figures or by a person', () => {
    const good: Judgement = { entry: { kind: 'choice', label: '好' } }
    expect(lineOf('veto', tried({ veto: good })).points).toBe('3.00')
    const over = lineOf('veto', tried({ veto: good }, { 'staff.onPost@yearEnd': given('60') }))
    expect({ points: over.points, value: over.value, why: over.trace[0]?.text }).toEqual({ points: '0.00', value: '否决', why: '超编不得分，本指标不得分' })
    expect(lineOf('tiers', tried({ tiers: { entry: { kind: 'vetoed', reason: '没有佐证' } } }))).toMatchObject({ points: '0.00', value: '否决' })
  })

  it('names every cell that a joined rate rests on, so that they can be supposed otherwise', () => {
    const before = lineOf('aggregate', tried())
    const rows = tried().tables['projects']!.filter(({ kind }) => kind !== 'subtotal')
    expect(before.uses).toEqual([...rows.map(({ id }) => `projects[${id}].actual`), ...rows.map(({ id }) => `projects[${id}].adjustedBudget`)])
    const after = lineOf('aggregate', supposing(tried(), Object.fromEntries(rows.map(({ id }) => [`projects[${id}].actual`, '0']))))
    expect(after).toMatchObject({ value: '0.00%', points: '0.00' })
    expect(before.points).not.toBe('0.00')
  })

  it('raises warnings that take no points, and tells them', () => {
    const warned = { ...everyKind, indicators: everyKind.indicators.map((one) => (one.id === 'bands' ? { ...one, scoring: { ...one.scoring, warnings: [{ level: 'yellow' as const, says: '编制将满', when: formula('在职人员数 / 编制数 > 90%') }] } } : one)) }
    const line = assess(warned, { ...tried(), framework: warned }).lines.find(({ indicator }) => indicator.id === 'bands')!
    expect({ points: line.points, warnings: line.warnings, told: line.trace[0] }).toEqual({ points: lineOf('bands', tried()).points, warnings: [{ level: 'yellow', says: '编制将满' }], told: { label: '预警', text: '黄灯：编制将满（不扣分）' } })
    expect(decode(frameworkDecoder, JSON.parse(JSON.stringify(warned)))).toEqual({ ok: true, value: warned })
    expect(lintFramework({ ...warned, measures: [] }).filter(({ indicator }) => indicator === 'bands').length).toBeGreaterThan(lintFramework({ ...everyKind, measures: [] }).filter(({ indicator }) => indicator === 'bands').length)
  })

  it('cuts by a share with a reason, and by none without', () => {
    const bands = lineOf('bands', tried({ bands: { cut: { share: '0.3', reason: '时效有一项没有按时' } } }))
    expect({ points: bands.points, why: bands.trace.at(-1)?.text }).toEqual({ points: '3.50', why: '5 扣减 30.00%，得 3.5；理由：时效有一项没有按时' })
    expect(lineOf('bands', tried({ bands: { cut: { share: '0.3', reason: ' ' } } })).points).toBe('5.00')
    expect(lineOf('bands', tried({ bands: { cut: { share: '1.3', reason: '太多' } } })).points).toBe('5.00')
    expect(lineOf('external', tried({ external: { cut: { share: '0.3', reason: '还没有分' } } })).points).toBeNull()
  })

  it('reads such judgements from outside', () => {
    const judgements = { a: { review: { entry: { kind: 'vetoed', reason: '没有佐证' }, cut: { share: '0.3', reason: '空泛' } } }, b: { self: { entry: { kind: 'dates', days: { m: { due: '2025-06-30', done: '2025-06-29' } } } } } }
    expect(decode(judgementsDecoder, judgements)).toEqual({ ok: true, value: judgements })
    expect(decode(judgementsDecoder, { a: { self: { entry: { kind: 'dates', days: { m: {} } } } } }).ok).toBe(false)
  })

  it('writes every rule that follows from figures as a formula that gives the page’s points in another engine', async () => {
    const evaluations = [tried(), tried({}, { 'staff.onPost@yearEnd': given('45') }), tried({}, { 'staff.onPost@yearEnd': given('58') }), tried({}, { 'threePublic@priorBudget/all': notInvolved })]
    const live = new Set(['linear', 'bands', 'ratio', 'symmetric', 'equal', 'range', 'price', 'cases', 'best', 'checkpoints', 'aggregate'])
    for (const evaluation of evaluations) {
      const book = read(await writeEvaluation(evaluation, catalog), { dense: true, cellFormula: true })
      const sheets = Object.fromEntries(book.SheetNames.map((name) => {
        const sheet = book.Sheets[name]!
        const data = sheet['!data'] ?? []
        return [name, utils.sheet_to_json<RawCellContent[]>(sheet, { header: 1, defval: null, blankrows: true })
          .map((row, r) => row.map((value, c) => (data[r]?.[c]?.f === undefined ? value : `=${data[r][c].f}`)))]
      }))
      const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3', useArrayArithmetic: true })
      const rows = sheets['评分表']!
      const { lines } = assess(everyKind, evaluation)
      const theirs = lines.map(({ indicator }) => {
        const row = rows.findIndex((cells) => cells[2] === indicator.title)
        const value = engine.getCellValue({ sheet: engine.getSheetId('评分表')!, row, col: 7 })
        return { id: indicator.id, live: String(rows[row]?.[7] ?? '').startsWith('='), points: typeof value === 'number' ? value.toFixed(2) : null }
      })
      expect(theirs).toEqual(lines.map((line) => ({ id: line.indicator.id, live: live.has(line.indicator.id), points: line.points })))
      engine.destroy()
    }
  })

  it('would be told what is wrong with a rule', () => {
    const ask = { notApplicable: 'ask', zeroDivisor: 'ask' } as const
    expect(scoringFaults({ kind: 'deadline', ...ask, milestones: [], late: 'zero' })).toEqual(['没有时间节点'])
    expect(scoringFaults({ kind: 'rangeTarget', ...ask, from: '1.1', to: '0.9', outside: 'deduct' })).toEqual(['区间的下限大于上限', '区间外扣分应写明每多少扣几分'])
    expect(scoringFaults({ kind: 'symmetricBand', ...ask, standard: '1', ruleMost: '5', bands: [{ from: '0.1', points: '5' }] })).toEqual(['分档没有覆盖所有的值'])
    expect(weightFaults({ kind: 'checkpoints', ...ask, points: [] }, decimal('5'))).toEqual(['各时点分值合计不等于分值'])
    expect(scoringFaults({ kind: 'checkpoints', ...ask, points: [] })).toEqual(['没有时点'])
    expect(scoringFaults({ kind: 'selectableGroup', ...ask, slots: ['甲'], least: 2, most: 3 })).toEqual(['可选项的个数范围不对'])
    expect(scoringFaults({ kind: 'unitPrice', ...ask, standard: '0', over: 'zero' })).toEqual(['支出标准应大于 0'])
  })
})
