import { add, compare, equals, sum, ZERO } from '../../../kernel/rational'
import type { Relation } from '../checkup'
import type { Figure } from '../figure'
import { markerOf } from '../lists'
import type { Row, Table } from '../table'
import { isZero, plus, reckonSum } from './relate'
import { sumRelation, sumSlip } from './sums'

const TOTAL = /^(?:本年|支出|收入|部门|财政拨款)*(?:合计|总计|小计|共计|总额|总分)$/
const MARKED = /^[一二三四五六七八九十]+、/
const INSIDE = /^(?:其中|#|：)/

interface Found {
  readonly stated: Figure
  readonly parts: readonly Figure[]
  readonly holds: boolean
}

const isTotal = (row: Row): boolean => TOTAL.test(row.label.replace(/\s/g, ''))

/** Rows that make up a total: the shallowest codes, or all that are no total and not 其中. */
function detailRows(rows: readonly Row[]): readonly Row[] {
  const coded = rows.filter(({ code }) => code !== '')
  if (coded.length > 0) {
    const shortest = Math.min(...coded.map(({ code }) => code.length))
    return coded.filter(({ code }) => code.length === shortest)
  }
  const numbered = rows.filter((row) => row.numbered)
  if (numbered.length > 0) return numbered
  const plain = rows.filter((row) => row.label !== '')
  const marked = plain.filter(({ label }) => MARKED.test(label))
  if (marked.length >= 2) return marked
  return plain.filter(({ label }) => !INSIDE.test(label))
}

const weigh = (stated: Figure | null, parts: readonly (Figure | null)[]): Found | null => {
  const given = parts.filter((part) => part !== null)
  if (!stated || given.length < 2 || stated.quantity.kind === 'percent' || given.some(({ quantity }) => quantity.kind === 'percent')) return null
  return { stated, parts: given, holds: reckonSum({ figure: stated, sign: 1 }, plus(given)).verdict !== 'contradicted' }
}

/** Only a table that shows its structure elsewhere can be wrong: other sums of the same shape hold, or a slip of the pen explains the gap. */
function proven(found: readonly Found[], structured: boolean): readonly Relation[] {
  const held = found.filter(({ holds, stated }) => holds && !isZero(stated))
  return found.flatMap(({ stated, parts, holds }) => {
    const terms = plus(parts)
    const slips = !holds && sumSlip({ figure: stated, sign: 1 }, terms, reckonSum({ figure: stated, sign: 1 }, terms).computed) !== null
    const above = parts.some((part) => compare(part.interval.low, stated.interval.high) > 0)
    return holds || held.length >= 2 || ((slips || above) && (structured || held.length >= 1)) ? [sumRelation({ figure: stated, sign: 1 }, terms)] : []
  })
}

/** Whether a 其中 row is followed by one of the same rank to look at: where its parts end is not told. */
const endsOpen = (rows: readonly Row[], details: readonly Row[]): boolean => rows.some(({ label }, i) => INSIDE.test(label) && rows[i + 1] !== undefined && details.includes(rows[i + 1]!) && !MARKED.test(rows[i + 1]!.label) && !rows[i + 1]!.numbered)

/** A table with more of them is none. */
const MOST_SUBTOTALS = 200

/** 合计 rows against the rows they total, column by column. */
function columnTotals(table: Table): readonly Relation[] {
  const { rows } = table
  const totals = rows.flatMap((row, i) => (isTotal(row) ? [i] : []))
  if (totals.length > MOST_SUBTOTALS) return []
  const coded = rows.some(({ code }) => code !== '')
  const found: Found[] = []
  totals.forEach((at, n) => {
    const after = rows.slice(at + 1, totals[n + 1] ?? rows.length)
    const before = rows.slice(n === 0 ? 0 : totals[n - 1]! + 1, at)
    const details = detailRows(coded ? rows.filter((row) => !isTotal(row)) : before.length > 1 ? before : n === 0 ? after : [])
    const open = endsOpen(rows, details)
    for (let column = 0; column < table.headers.length; column++) {
      const weighed = weigh(rows[at]!.cells[column]?.figure ?? null, details.map(({ cells }) => cells[column]?.figure ?? null))
      if (weighed && (weighed.holds || !open)) found.push(weighed)
    }
  })
  return proven(found, rows.some(({ code }) => code !== '') || rows.filter(({ label }) => MARKED.test(label)).length >= 3)
}

/** More totals, or rows further away, are no table that people read; the time would grow with their square. */
const MOST_TOTALS = 40
const MOST_ROWS = 400
const LOOSE_TOTAL = /^总|(?:合计|总计)$/
const MOST_PARTS = 12
const LEAST_DIGITS = 2
const digits = ({ quantity }: Figure): number => quantity.value.replace(/\D/g, '').replace(/^0+|0+$/g, '').length

/** Rows whose parts stand below them without a word: 车辆费 185, 购置 42, 运行 143. Only what adds up to the digit is taken for parts. */
function folded(figures: readonly Figure[], totals: ReadonlySet<Figure>): { readonly top: readonly Figure[]; readonly inner: readonly Found[] } {
  let top: Figure[] = []
  const inner: Found[] = []
  for (let at = 0; at < figures.length; at++) {
    const stated = figures[at]!
    // A total on the way stands for what it totals.
    if (totals.has(stated) && top.length > 0 && equals(sum(top.map(({ value }) => value)), stated.value)) {
      top = [stated]
      continue
    }
    top.push(stated)
    if (isZero(stated) || digits(stated) < LEAST_DIGITS) continue
    let reached = ZERO
    for (let next = at + 1; next < Math.min(figures.length, at + 1 + MOST_PARTS); next++) {
      reached = add(reached, figures[next]!.value)
      if (next === at + 1 || !equals(reached, stated.value)) continue
      inner.push({ stated, parts: figures.slice(at + 1, next + 1), holds: true })
      at = next
      break
    }
  }
  return { top, inner }
}

/** Rows without those that 其中 puts inside another, down to the next of its own rank. */
function plainRows(rows: readonly Row[]): readonly Row[] {
  const rank = ({ label }: Row): number => markerOf(label)?.kind ?? -1
  let inside: number | null = null
  return rows.filter((row, at) => {
    if (INSIDE.test(row.label)) {
      inside = at > 0 ? rank(rows[at - 1]!) : null
      return false
    }
    if (inside !== null && rank(row) !== inside) return false
    inside = null
    return true
  })
}

/** A total above or below rows of two ranks, told only where everything comes out to the digit. */
function foldedTotals({ rows, headers }: Table): readonly Relation[] {
  if (rows.some(({ code }) => code !== '') || rows.filter(({ label }) => LOOSE_TOTAL.test(label)).length > MOST_TOTALS) return []
  const bare = ({ label }: Row): string => label.replace(/\s/g, '').replace(MARKED, '')
  return rows.flatMap((row, at) => {
    if (!LOOSE_TOTAL.test(bare(row))) return []
    const next = rows.findIndex((other, i) => i > at && (MARKED.test(other.label) || LOOSE_TOTAL.test(bare(other))))
    const sides = [rows.slice(Math.max(0, at - MOST_ROWS), at), rows.slice(at + 1, Math.min(next < 0 ? rows.length : next, at + MOST_ROWS))]
    return headers.flatMap((_, column): readonly Relation[] => {
      const stated = row.cells[column]?.figure
      if (!stated || isZero(stated) || digits(stated) < LEAST_DIGITS || stated.quantity.kind === 'percent') return []
      for (const side of [...sides, ...sides.map(plainRows)]) {
        const figures = side.flatMap(({ cells }) => cells[column]?.figure ?? []).filter(({ quantity }) => quantity.kind !== 'percent')
        const { top, inner } = folded(figures, new Set(side.flatMap((other) => (LOOSE_TOTAL.test(bare(other)) ? (other.cells[column]?.figure ?? []) : []))))
        const real = top.filter((one) => !isZero(one)).length
        if (real === 1 && inner.length > 0 && top.every((one) => isZero(one) || equals(one.value, stated.value))) return inner.map((found) => sumRelation({ figure: found.stated, sign: 1 }, plus(found.parts)))
        if (real > 1 && equals(sum(top.map(({ value }) => value)), stated.value))
          return [{ stated, parts: top, holds: true }, ...inner].map((found) => sumRelation({ figure: found.stated, sign: 1 }, plus(found.parts)))
      }
      return []
    })
  })
}

/** 类款项: a code's amount against those of the codes under it. */
function codeTotals(table: Table): readonly Relation[] {
  const found = table.rows.flatMap((row, at) => {
    if (row.code === '') return []
    const under: Row[] = []
    for (const other of table.rows.slice(at + 1)) {
      if (!other.code.startsWith(row.code) || other.code.length <= row.code.length) break
      under.push(other)
    }
    const next = under[0]?.code.length ?? 0
    const children = under.filter(({ code }) => code.length === next)
    return table.headers.flatMap((_, column) => weigh(row.cells[column]?.figure ?? null, children.map(({ cells }) => cells[column]?.figure ?? null)) ?? [])
  })
  return proven(found, true)
}

/** A 合计 column against the columns it totals: to its right, or to its left where it stands last. */
function rowTotals(table: Table): readonly Relation[] {
  const relations: Relation[] = []
  const width = table.headers.length
  table.headers.forEach((header, column) => {
    if (!/(?:合计|小计|总计|总额|总数)$/.test(header.replace(/（[^）]*）/g, '').trim())) return
    const spans: (readonly number[])[] = []
    for (let last = column + 2; last < width; last++) spans.push(Array.from({ length: last - column }, (_, i) => column + 1 + i))
    for (let first = column - 2; first >= 0; first--) spans.push(Array.from({ length: column - first }, (_, i) => first + i))
    const weighed = spans.map((span) => table.rows.flatMap(({ cells }) => weigh(cells[column]?.figure ?? null, span.map((at) => cells[at]?.figure ?? null)) ?? []))
    const best = weighed.map((found) => ({ found, held: found.filter(({ holds, stated }) => holds && !isZero(stated)).length }))
      .filter(({ found, held }) => held >= 1 && held * 4 >= found.length * 3 - 1).sort((a, b) => b.held - a.held)[0]
    if (best && (best.held >= 2 || best.found.every(({ holds }) => holds))) relations.push(...best.found.map(({ stated, parts }) => sumRelation({ figure: stated, sign: 1 }, plus(parts))))
  })
  return relations
}

/** Totals of a document's tables. */
export const checkTableSums = (tables: readonly Table[]): readonly Relation[] => tables.flatMap((table) => [...columnTotals(table), ...foldedTotals(table), ...codeTotals(table), ...rowTotals(table)])
