import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read, utils, write, type CellObject, type WorkBook, type WorkSheet } from 'xlsx'
import { catalog } from '../../../src/catalog/catalog'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { applyEdit } from '../../../src/domain/evaluation/edit'
import type { Evaluation } from '../../../src/domain/evaluation/evaluation'
import { emptied, planImport } from '../../../src/exchange/excel/import/planImport'
import type { ImportEntry } from '../../../src/exchange/excel/import/importPlan'
import { readBook } from '../../../src/exchange/excel/read/readBook'
import { readOwn } from '../../../src/exchange/excel/readOwn'
import { writeEvaluation } from '../../../src/exchange/excel/writeEvaluation'
import { arbitraryEvaluation } from '../../support/arbitraryEvaluation'
import { bytesOf, madeBook, type Made } from '../../support/madeSheet'

const RUNS = Number(process.env['IMPORT_RUNS'] ?? 4)
const choices = { mappings: [], units: {}, today: '2026-03-01' }

async function planned(bytes: Uint8Array, desk: Evaluation, name = 'a.xlsx'): Promise<readonly ImportEntry[]> {
  const answer = await planImport([{ name, bytes }], { kind: 'into', desk }, catalog, [], choices)
  if (answer.kind !== 'planned') throw new Error(answer.kind)
  expect(answer.plan.files.map(({ problem }) => problem)).toEqual([null])
  return answer.plan.entries
}
const taken = (entries: readonly ImportEntry[], desk: Evaluation): Evaluation => entries.reduce((evaluation, { ticked, edit }) => (ticked && edit ? applyEdit(evaluation, edit) : evaluation), desk)

/** A change by hand that must not matter. */
type Harmless = (book: WorkBook, pick: number) => void

const formSheets = catalog.forms.map(({ name }) => name)
const sheetAt = (book: WorkBook, pick: number): WorkSheet => book.Sheets[formSheets[pick % formSheets.length]!]!
const cellsOf = (sheet: WorkSheet): readonly (readonly [string, CellObject])[] => Object.entries(sheet).filter(([at]) => !at.startsWith('!')) as [string, CellObject][]

/** Puts rows above, so that everything stands lower. */
const rowsAbove: Harmless = (book, pick) => {
  const name = formSheets[pick % formSheets.length]!
  const sheet = book.Sheets[name]!
  const count = 1 + (pick % 3)
  const range = utils.decode_range(sheet['!ref']!)
  const moved: WorkSheet = { '!ref': utils.encode_range({ s: range.s, e: { r: range.e.r + count, c: range.e.c } }) }
  for (const [at, cell] of cellsOf(sheet)) {
    const { r, c } = utils.decode_cell(at)
    moved[utils.encode_cell({ r: r + count, c })] = cell
  }
  moved['!merges'] = (sheet['!merges'] ?? []).map(({ s, e }) => ({ s: { r: s.r + count, c: s.c }, e: { r: e.r + count, c: e.c } }))
  book.Sheets[name] = moved
}
const wider: Harmless = (book, pick) => { sheetAt(book, pick)['!cols'] = Array.from({ length: 12 }, () => ({ wch: 8 + (pick % 40) })) }
const reordered: Harmless = (book, pick) => { book.SheetNames = [...book.SheetNames.slice(pick % book.SheetNames.length), ...book.SheetNames.slice(0, pick % book.SheetNames.length)] }
const spacedLabels: Harmless = (book, pick) => {
  for (const form of catalog.forms) for (const block of form.blocks) {
    if (block.kind !== 'matrix') continue
    for (const [, cell] of cellsOf(book.Sheets[form.name]!)) if (cell.t === 's' && block.rows.some(({ label }) => label !== '' && label === cell.v) && String(cell.v).length % 3 === pick % 3) cell.v = ` ${String(cell.v).slice(0, 1)}\n${String(cell.v).slice(1)}　`
  }
}
const valuesForFormulas: Harmless = (book) => { for (const name of formSheets) for (const [, cell] of cellsOf(book.Sheets[name]!)) if (cell.f !== undefined && cell.v !== undefined) delete cell.f }
const HARMLESS: readonly (readonly [string, Harmless])[] = [['rows above', rowsAbove], ['columns wider', wider], ['sheets reordered', reordered], ['labels with spaces and line breaks', spacedLabels], ['formulas overwritten by their values', valuesForFormulas]]

let written: Promise<Uint8Array> | null = null
/** The exported fictional sample, changed by another program. */
const edited = async (change: (book: WorkBook) => void): Promise<Uint8Array> => {
  written ??= writeEvaluation(fictionalCase, catalog)
  const book = read(await written, { cellNF: true, cellFormula: true })
  change(book)
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

describe('a workbook of ours held against the desk', () => {
  it('brings any evaluation whole into an empty one, and nothing at all into itself', async () => {
    await fc.assert(fc.asyncProperty(arbitraryEvaluation, async (evaluation) => {
      const bytes = await writeEvaluation(evaluation, catalog)
      const own = await planned(bytes, evaluation)
      expect(own.filter(({ state }) => state !== 'unchanged')).toEqual([])
      const fresh = await planImport([{ name: 'a.xlsx', bytes }], { kind: 'new', id: 'n1' }, catalog, [], choices)
      expect(fresh.kind === 'planned' && fresh.base && taken(fresh.plan.entries, fresh.base)).toEqual({ ...evaluation, id: 'n1' })
    }), { numRuns: RUNS })
  }, 240_000)

  it('is not moved by what changes no figure', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.nat(HARMLESS.length - 1), { minLength: 1, maxLength: 3 }), fc.nat(50), async (which, pick) => {
      const entries = await planned(await edited((book) => { for (const i of which) HARMLESS[i]![1](book, pick) }), fictionalCase)
      expect(entries.filter(({ state }) => state !== 'unchanged').map(({ label, sheet, cell, found, reason }) => `${which.map((i) => HARMLESS[i]![0]).join('+')}: ${sheet} ${cell} ${label} ${found} ${reason ?? ''}`)).toEqual([])
    }), { numRuns: RUNS })
  }, 240_000)

  it('shows any changed figure at its cell, and a spoilt one as rejected there; nothing else moves', async () => {
    const given = Object.entries(fictionalCase.answers).filter(([id, answer]) => answer.kind === 'given' && id.includes('@') && /^\d+(\.\d+)?$/.test(answer.text))
    const sheets = readBook(await writeEvaluation(fictionalCase, catalog), 'a.xlsx')
    const read_ = sheets.ok ? readOwn(sheets.value, 'a.xlsx', catalog) : sheets
    if (!read_.ok) throw new Error(read_.error)
    const own = read_.value
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.nat(given.length - 1), { minLength: 1, maxLength: 4 }), fc.constantFrom(7.25, '不知道', '１２．５', '12.5万元'), async (which, value) => {
      const places = which.map((i) => own.places.get(given[i]![0])!)
      const entries = await planned(await edited((book) => {
        for (const { sheet, cell } of places) book.Sheets[sheet]![cell] = typeof value === 'number' ? { t: 'n', v: value, z: '0.00' } : { t: 's', v: value }
      }), fictionalCase)
      const moved = entries.filter(({ state }) => state !== 'unchanged')
      expect(moved.map(({ sheet, cell }) => `${sheet} ${cell}`).sort()).toEqual(places.map(({ sheet, cell }) => `${sheet} ${cell}`).sort())
      const money = new Map(which.map((i, n) => [`${places[n]!.sheet} ${places[n]!.cell}`, given[i]![0].includes('/')]))
      for (const { state, found, sheet, cell, label } of moved) {
        expect(label).not.toBe('')
        const isRefused = value === '不知道' || (value === '12.5万元' && !money.get(`${sheet} ${cell}`))
        expect([state, isRefused ? value : found]).toEqual(isRefused ? ['rejected', value] : ['changed', value === 7.25 ? '7.25' : '12.5'])
      }
    }), { numRuns: RUNS })
  }, 240_000)
})

describe('a foreign sheet', () => {
  const labels = ['三公经费', '公务接待费', '公务用车购置费', '公务用车运行维护费', '基本支出', '项目支出', '我局自己的一行', '其他说明', '支出合计', '编制数']
  const value = fc.oneof(fc.integer({ min: 0, max: 900_000 }).map((cents) => cents / 100), fc.constantFrom<Made>('-', '—', '不涉及', '十三', '1,2', '3.5万元', null))

  it('has every figure of it imported, unchanged or rejected: none is lost', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.constantFrom(...labels), { minLength: 2 }), fc.array(value, { minLength: 30, maxLength: 30 }), fc.nat(3), async (rows, values, gap) => {
      const body = rows.flatMap((label, i): readonly (readonly Made[])[] => [...(i === 1 ? Array.from({ length: gap }, (): readonly Made[] => []) : []), [label, values[3 * i] ?? null, values[3 * i + 1] ?? null, values[3 * i + 2] ?? null]])
      const sheet: readonly (readonly Made[])[] = [['情况表'], ['单位：万元'], ['项目', '2024年决算数', '年初预算数', '2025年决算数'], ...body]
      const desk = { ...emptied(fictionalCase), year: 2025 }
      const entries = await planned(bytesOf(madeBook({ 表: { rows: sheet } })), desk, '别处.xlsx')
      const numbers = body.flatMap((row) => row.slice(1)).filter((cell) => typeof cell === 'number').length
      const accounted = new Set(entries.flatMap(({ cell }) => cell.split('、')))
      const lost = sheet.flatMap((row, r) => row.flatMap((cell, c) => (typeof cell === 'number' && !accounted.has(utils.encode_cell({ r, c })) ? [utils.encode_cell({ r, c })] : [])))
      expect(lost).toEqual([])
      const states = (wanted: readonly string[]): number => entries.filter(({ state }) => wanted.includes(state)).reduce((sum, { cells }) => sum + cells, 0)
      expect(states(['new', 'changed', 'conflict']) + states(['unchanged']) + states(['rejected'])).toBe(entries.reduce((sum, { cells }) => sum + cells, 0))
      expect(entries.reduce((sum, { cells }) => sum + cells, 0)).toBeGreaterThanOrEqual(numbers)
    }), { numRuns: RUNS * 5 })
  }, 240_000)
})
