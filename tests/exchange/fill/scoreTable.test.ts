import { writeXlsx, type Cell } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { assess } from '../../../src/domain/indicators/assess'
import { fillForm, planFill } from '../../../src/exchange/excel/fill/fillForm'
import type { FillChoices, FillPlan } from '../../../src/exchange/excel/fill/fillPlan'
import { planImport } from '../../../src/exchange/excel/import/planImport'
import { mappingsText, readMappings } from '../../../src/exchange/excel/mapping/mappingFile'
import { scoreColumn } from '../../../src/exchange/excel/mapping/scoreHeads'
import { readSheets } from '../../../src/exchange/excel/read/readSheets'
import { partsOf, withoutValues } from '../../support/bureauForm'

const CHOICES: FillChoices = { mappings: [], units: {}, notInvolved: '/' }
const assessment = assess(fictionalCase.framework, fictionalCase)
const lines = assessment.lines

/** The bureau's own 评分表: other columns, two rows of heads, numbers before the names, weights behind them, one name of its own, one weight of its own. */
async function scoreForm(): Promise<Uint8Array> {
  const border = { style: 'thin', color: { rgb: '000000' } } as const
  const style = { border: { top: border, bottom: border, left: border, right: border }, font: { name: '仿宋', size: 11 } }
  const cells = new Map<string, Partial<Cell>>()
  const put = (row: number, column: number, value: string | number | null): void => {
    cells.set(`${row},${column}`, value === null ? { value: null, type: 'empty', style } : typeof value === 'number' ? { value, type: 'number', style } : { value, type: 'string', style })
  }
  put(0, 0, '部门整体支出绩效自评评分表（2025年度）')
  ;['一级指标', '指标名称', '分值', '评分标准', '实际完成情况', '得分', null, '扣分原因及说明'].forEach((text, column) => put(1, column, text))
  for (let column = 0; column < 8; column++) put(2, column, column === 5 ? '自评' : column === 6 ? '复核' : null)
  lines.forEach(({ indicator }, i) => {
    const row = 3 + i
    const title = i === 1 ? '本级三公经费变动情况比率' : i === 2 ? `（${i + 1}）${indicator.title}（${indicator.weight}分）` : `${i + 1}、${indicator.title}`
    ;[indicator.dimension, title, i === 4 ? 99 : Number(indicator.weight), indicator.texts.rule, null, null, null, null].forEach((text, column) => put(row, column, text))
  })
  ;['合计', null, 100, null, null, null, null, null].forEach((text, column) => put(3 + lines.length, column, text))
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 7 }, { startRow: 1, startCol: 5, endRow: 1, endCol: 6 }, ...[0, 1, 2, 3, 4, 7].map((column) => ({ startRow: 1, startCol: column, endRow: 2, endCol: column }))]
  return writeXlsx({ sheets: [{ name: '附件4 评分表', cells, merges, rows: Array.from({ length: 4 + lines.length }, () => Array.from({ length: 8 }, () => null)) }] })
}

const planOf = (bytes: Uint8Array, choices: FillChoices): FillPlan => {
  const plan = planFill(bytes, '附件4.xlsx', fictionalCase, catalog, choices)
  if (!plan.ok) throw new Error(plan.error)
  return plan.value
}
const textsOf = (bytes: Uint8Array, choices: FillChoices) => {
  const filled = fillForm(bytes, '附件4.xlsx', fictionalCase, catalog, choices)
  if (!filled.ok) throw new Error(filled.error)
  const rows = readSheets(filled.value)![0]!.rows
  return { bytes: filled.value, row: (i: number) => Array.from({ length: 8 }, (_, column) => rows[3 + i]?.[column]?.text ?? '') }
}

describe('套表 of a 评分表', () => {
  let blank: Uint8Array
  beforeAll(async () => { blank = await scoreForm() })

  it('fills 自评得分, 完成值 and 扣分原因 line by line, and leaves 复核 and the weights to the bureau', () => {
    const { row, bytes } = textsOf(blank, CHOICES)
    lines.forEach((line, i) => {
      if (i === 1) return
      expect([line.indicator.title, row(i)[5], row(i)[6], row(i)[7]]).toEqual([line.indicator.title, String(Number(line.points)), '', fictionalCase.judgements[line.indicator.id]?.self?.reason ?? ''])
      expect(row(i)[4]).toBe(line.value ?? '')
    })
    expect(row(lines.length)[5]).toBe(assessment.certain)
    expect(row(4)[2]).toBe('99')
    const [before, after] = [partsOf(blank), partsOf(bytes)]
    for (const name of Object.keys(before)) expect([name, name.startsWith('xl/worksheets/') ? withoutValues(after[name]!) : after[name]]).toEqual([name, name.startsWith('xl/worksheets/') ? withoutValues(before[name]!) : before[name]])
  })

  it('says which weight is not the framework’s, and does not fill a name it is not sure of', () => {
    const plan = planOf(blank, CHOICES)
    expect(plan.notes.filter((note) => note.includes('分值是 99')).length).toBe(1)
    expect(plan.notes.filter((note) => note.includes('分值是')).length).toBe(1)
    expect(textsOf(blank, CHOICES).row(1)[5]).toBe('')
    const unknown = plan.sheets[0]!.mapping.labels.find(({ place, label }) => place === 'indicator' && label.includes('变动情况比率'))
    expect(unknown && (unknown.meaning.kind === 'nothing' || unknown.confidence === 'unsure')).toBe(true)
  })

  it('fills it once the user says which indicator it is, also from the small file another unit sent', () => {
    const { mapping } = planOf(blank, CHOICES).sheets[0]!
    const said = { ...mapping, labels: mapping.labels.map((label) => (label.label.includes('变动情况比率') ? { ...label, meaning: { kind: 'indicator' as const, indicator: lines[1]!.indicator.id }, confidence: 'sure' as const } : label)) }
    const sent = readMappings(mappingsText([said]))
    if (!sent.ok) throw new Error(sent.error)
    expect(planOf(blank, { ...CHOICES, mappings: sent.value }).sheets[0]!.known).toBe(true)
    expect(textsOf(blank, { ...CHOICES, mappings: sent.value }).row(1)[5]).toBe(String(Number(lines[1]!.points)))
  })

  it('imports no score from a filled one: every score is told as not taken, with the reason', async () => {
    const { bytes } = textsOf(blank, CHOICES)
    const planned = await planImport([{ name: '附件4.xlsx', bytes }], { kind: 'into', desk: fictionalCase }, catalog, [], { mappings: [], units: {}, today: '2026-03-01' })
    if (planned.kind !== 'planned') throw new Error(planned.kind)
    expect(planned.plan.entries.filter(({ ticked }) => ticked)).toEqual([])
    expect(planned.plan.entries.filter(({ cell, reason }) => /^F\d+$/.test(cell) && reason?.includes('指标体系')).length).toBe(lines.length - 1)
  })

  it.each([['自评得分', 'points'], ['得分', 'points'], ['单位自评分', 'points'], ['复核得分', null], ['财政评价得分', null], ['实际完成值', 'value'], ['扣分原因', 'reason'], ['分值', 'weight'], ['权重（%）', 'weight'], ['评分标准', null]] as const)('a head 「%s」 is %s', (head, column) => {
    expect(scoreColumn(head)).toBe(column)
  })
})
