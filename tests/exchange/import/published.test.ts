import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utils } from 'xlsx'
import { catalog } from '../../../src/catalog/catalog'
import { publishedTables } from '../../../src/catalog/publishedTables'
import { defaultSettings, type Evaluation } from '../../../src/domain/evaluation/evaluation'
import { applyEdit } from '../../../src/domain/evaluation/edit'
import { planImport } from '../../../src/exchange/excel/import/planImport'
import { readSheets } from '../../../src/exchange/excel/read/readSheets'
import { bytesOf, madeBook, type Made } from '../../support/madeSheet'
import { publishedSet, UNIT, type Generation, type MadeUnit } from '../../support/madePublished'

const desk = (year: number): Evaluation => ({
  format: 1, id: 'e1', year, settings: defaultSettings, framework: catalog.frameworks[0]!, outline: catalog.outlines[0]!.id, answers: {}, tables: {}, judgements: {}, narrative: {}, explanations: {},
})

async function imported(unit: MadeUnit, generation: Generation, year = generation.year, into = desk(year), bookType: 'xlsx' | 'biff8' | 'ods' = 'xlsx') {
  const planned = await planImport([{ name: '决算公开.xlsx', bytes: bytesOf(madeBook(publishedSet(unit, generation)), bookType) }], { kind: 'into', desk: into }, catalog, publishedTables, { mappings: [], units: {}, today: '2026-09-01' })
  if (planned.kind !== 'planned') throw new Error(planned.kind)
  const { plan } = planned
  const after = plan.entries.filter(({ ticked, edit }) => ticked && edit).reduce((evaluation, { edit }) => applyEdit(evaluation, edit!), into)
  return { plan, after, text: (item: string) => { const answer = after.answers[item]; return answer?.kind === 'given' ? answer.text : null }, source: (item: string) => after.answers[item]?.provenance?.source ?? null }
}

const recent = (unit: '元' | '万元', budget: Generation['budget'] = '全年预算数'): Generation => ({ unit, year: 2024, threePublic: 'fiscal09', budget })
const older = (unit: '元' | '万元'): Generation => ({ unit, year: 2020, threePublic: 'general07', budget: '年初预算数' })

describe.each([['recent, 元', recent('元')], ['recent, 万元', recent('万元')], ['older, 元', older('元')], ['older, 万元', older('万元')]] as const)('the disclosure set %s', (_name, generation) => {
  it('fills the forms with the right scope and basis, and each figure says where it came from', async () => {
    const { text, source, plan } = await imported(UNIT, generation)
    expect(plan.files[0]!.sheets.map(({ taken }) => taken.slice(0, 6)).filter((taken) => taken.startsWith('公开'))).toHaveLength(7)
    const figures = {
      'income@actual/all': '450.50', 'income.fiscal@actual/all': '450.50', 'income.other@actual/all': '0', 'expenditure@actual/all': '450.50', 'expenditure.basic@actual/all': '330.00', 'expenditure.project@actual/all': '120.50',
      'expenditure@carryIn/all': '3.20', 'expenditure@carryOut/all': '3.20', 'economic.30201@actual/general': '12.34', 'economic.302@actual/general': '70.00',
      'expenditure.personnel@actual/all': '260.00', 'expenditure.operating@actual/all': '70.00', 'threePublic@actual/all': '11.16', 'threePublic.vehicles@actual/all': '9.66', 'threePublic.vehicles.running@actual/all': '9.66', 'threePublic.reception@actual/all': '1.50', 'threePublic.abroad@actual/all': '0',
    }
    const read = Object.fromEntries(Object.keys(figures).map((item) => [item, text(item)]))
    expect(Object.fromEntries(Object.entries(read).map(([item, value]) => [item, value === null ? null : Number(value)]))).toEqual(Object.fromEntries(Object.entries(figures).map(([item, value]) => [item, Number(value)])))
    expect(source('economic.30201@actual/general')).toBe('取自 公开06表 30201 办公费')
    expect(source('expenditure@actual/all')).toBe('取自 公开01表 本年支出合计')
    expect(source('threePublic.reception@actual/all')).toContain(generation.threePublic === 'fiscal09' ? '取自 公开09表 公务接待费 决算数（财政拨款' : '取自 公开07表 公务接待费 决算数（一般公共预算')
    for (const entry of plan.entries.filter(({ state }) => state === 'new')) expect(entry.reason).toBeTruthy()
  })
})

describe('the disclosure set', () => {
  it('gives 年初预算 of 三公 only where its note says so', async () => {
    expect(Number((await imported(UNIT, older('万元'))).text('threePublic@originalBudget/all'))).toBe(12)
    const full = await imported(UNIT, recent('万元'))
    expect(full.text('threePublic@originalBudget/all')).toBeNull()
    expect(full.plan.entries.find(({ label }) => label.includes('公务接待费 预算数'))).toMatchObject({ state: 'rejected', reason: '这里的预算数是全年预算数，填报表要年初预算数，没有取。' })
    const silent = await imported(UNIT, recent('万元', null))
    expect(silent.plan.entries.find(({ label }) => label === '公务接待费年初预算数')).toMatchObject({ state: 'new', ticked: false })
  })

  it('leaves 财政拨款 figures to the user where the unit has other money', async () => {
    const { plan, text } = await imported({ ...UNIT, own: '20.00' }, recent('元'))
    expect(Number(text('expenditure@actual/all'))).toBe(470.5)
    expect(text('threePublic@actual/all')).toBeNull()
    expect(plan.entries.find(({ label }) => label === '三公经费决算数')).toMatchObject({ state: 'new', ticked: false, reason: expect.stringContaining('财政拨款口径') })
    expect(Number(text('economic.30201@actual/general'))).toBe(12.34)
  })

  it('of last year fills last year\'s columns', async () => {
    const { text } = await imported(UNIT, recent('元'), 2025)
    expect(Number(text('expenditure@priorActual/all'))).toBe(450.5)
    expect(Number(text('expenditure@carryIn/all'))).toBe(3.2)
    expect(text('expenditure@actual/all')).toBeNull()
    const old = await imported(UNIT, recent('元'), 2027)
    expect(old.plan.entries.filter(({ ticked }) => ticked)).toEqual([])
  })

  it('has every figure imported, unchanged or rejected with its reason, whatever lines it has besides', async () => {
    const cents = fc.integer({ min: 1, max: 9_000_000 }).map((value) => (value / 100).toFixed(2))
    await fc.assert(fc.asyncProperty(fc.constantFrom(recent('元'), recent('万元'), older('元'), older('万元')), fc.record({ basic: cents, project: cents, own: fc.oneof(fc.constant('0'), cents) }), fc.array(fc.tuple(fc.constantFrom('205', '20508', '2050803', '208', '210', '221'), cents), { maxLength: 6 }), fc.nat(3), async (generation, amounts, lines, blank) => {
      const set = Object.fromEntries(Object.entries(publishedSet({ ...UNIT, ...amounts }, generation)).map(([name, sheet]) => {
        if (!['Z02', 'Z03', 'Z05'].includes(name)) return [name, sheet]
        const more = lines.map(([code, amount], i): readonly Made[] => [i % 2 ? code : Number(code), `虚构科目${i}`, Number(amount), ...(i % 3 ? [Number(amount)] : [])])
        return [name, { ...sheet, rows: [...sheet.rows, ...Array.from({ length: blank }, (): readonly Made[] => []), ...more, ['注：本表为虚构。']] }]
      }))
      const bytes = bytesOf(madeBook(set))
      const planned = await planImport([{ name: '决算公开.xlsx', bytes }], { kind: 'into', desk: desk(generation.year) }, catalog, publishedTables, { mappings: [], units: {}, today: '2026-09-01' })
      if (planned.kind !== 'planned') throw new Error(planned.kind)
      const told = new Map<string, number>()
      for (const { sheet, cell } of planned.plan.entries) for (const at of cell.split('、')) told.set(`${sheet}!${at}`, (told.get(`${sheet}!${at}`) ?? 0) + 1)
      const counts = /^(?:行次|栏次)$/
      for (const { name, rows } of readSheets(bytes)!) {
        if (!name.startsWith('Z')) continue
        const figures = rows.flatMap((row, r) => row.flatMap((cell, c) => {
          const isCounted = rows.slice(0, 7).some((head) => counts.test(head[c]?.text ?? '')) || row.some((one) => one?.text === '栏次') || row.map((one) => one?.text).join() === row.map((_, i) => i + 1).join()
          return cell?.isNumber && !isCounted && !(c === 0 && /^\d{3,7}$/.test(cell.text)) ? [`${name}!${utils.encode_cell({ r, c })}`] : []
        }))
        expect(figures.filter((at) => told.get(at) !== 1).map((at) => `${at} told ${told.get(at) ?? 0} times`)).toEqual([])
      }
      expect(planned.plan.entries.filter(({ state, reason }) => state === 'rejected' && !reason)).toEqual([])
      expect(planned.plan.entries.reduce((sum, { cells }) => sum + cells, 0)).toBe([...told.values()].reduce((sum, times) => sum + times, 0))
    }), { numRuns: Number(process.env['IMPORT_RUNS'] ?? 12) })
  }, 240_000)

  it('is the same out of .xls and .ods', async () => {
    for (const type of ['biff8', 'ods'] as const) {
      const { text } = await imported(UNIT, recent('元'), 2024, desk(2024), type)
      expect([type, Number(text('economic.30201@actual/general')), Number(text('threePublic@actual/all'))]).toEqual([type, 12.34, 11.16])
    }
  })

  it('takes nothing over what the desk has without asking, and finds equal what is only rounded', async () => {
    const into: Evaluation = { ...desk(2024), answers: { 'expenditure@actual/all': { kind: 'given', text: '451' }, 'economic.30201@actual/general': { kind: 'given', text: '12.3' } } }
    const { plan, text } = await imported(UNIT, recent('元'), 2024, into)
    expect(text('expenditure@actual/all')).toBe('451')
    expect(plan.entries.find(({ label, state }) => label === '支出合计决算数' && state === 'conflict')).toMatchObject({ standing: '451', ticked: false })
    expect(plan.entries.find(({ cell, sheet, state }) => sheet === 'Z06' && state === 'unchanged' && cell !== '')).toMatchObject({ standing: '12.3', reason: expect.stringContaining('四舍五入') })
  })
})
