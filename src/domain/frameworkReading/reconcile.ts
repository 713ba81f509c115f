import { toDecimalText, decimal, sum } from '../../kernel/rational'
import { parseExpression } from '../expression/parse'
import { printExpression } from '../expression/print'
import type { Vocabulary } from '../expression/vocabulary'
import type { Framework, Indicator } from '../indicators/framework'
import { unmerged, type IndicatorTable } from './indicatorTable'
import { findHead } from './columns'
import type { FrameworkCoverage, FrameworkReading, RowReading } from './readFramework'

const bare = (text: string): string => text.replace(/\s+/g, '')

/**
 * A framework read from its own workbook: what the table shows by hand edited, the rest as it was written. A row whose rule's words are as
 * they were keeps its scoring; one with new words takes what was read from them.
 */
export function reconcile(read: Extract<FrameworkReading, { readonly ok: true }>, stored: Framework, table: IndicatorTable, vocabulary: Vocabulary): Extract<FrameworkReading, { readonly ok: true }> {
  const cells = unmerged(table)
  const formulaColumn = findHead(cells)?.roles.get('formula')
  const earlier = new Map(stored.indicators.map((one) => [bare(one.title), one]))
  const rows = new Map(read.coverage.rows.map((row) => [row.row, row]))
  const indicators = read.framework.indicators.map((shown): Indicator => {
    const was = earlier.get(bare(shown.title))
    if (!was) return shown
    const row = read.coverage.rows.find(({ indicator, state }) => indicator === shown.id && state !== 'context')
    if (bare(was.texts.rule) !== bare(shown.texts.rule)) return { ...shown, id: was.id, basis: was.basis }
    const typed = formulaColumn === undefined || !row ? '' : (cells[row.row - 1]?.[formulaColumn] ?? '').trim()
    const parsed = typed === '' || (was.formula && printExpression(was.formula, vocabulary) === typed) ? null : parseExpression(typed, vocabulary)
    const { definition, points, standard, dataSource, evidence } = shown.texts
    const texts = { ...(definition === undefined ? {} : { definition }), ...(points === undefined ? {} : { points }), rule: was.texts.rule, ...(standard === undefined ? {} : { standard }), ...(dataSource === undefined ? {} : { dataSource }), ...(evidence === undefined ? {} : { evidence }) }
    const kept: Indicator = { ...was, dimension: shown.dimension, group: shown.group, weight: shown.weight, texts, ...(parsed?.ok ? { formula: parsed.value } : {}) }
    if (row) rows.set(row.row, { ...row, state: 'understood', indicator: kept.id, says: parsed && !parsed.ok ? `评分方式保留原来的；算式读不懂：${parsed.error.message}` : '评分方式与导出时相同', doubts: [], proposal: null })
    return kept
  })
  const renamed = new Map(read.framework.indicators.map((one, i) => [one.id, indicators[i]!.id]))
  const framework: Framework = { ...stored, total: toDecimalText(sum(indicators.map(({ weight }) => decimal(weight)))), indicators }
  const coverage: FrameworkCoverage = {
    ...read.coverage,
    rows: [...rows.values()].map((row): RowReading => (row.indicator === null ? row : { ...row, indicator: renamed.get(row.indicator) ?? row.indicator })),
    remarks: [...read.coverage.remarks, ...stored.indicators.filter(({ title }) => !read.framework.indicators.some((one) => bare(one.title) === bare(title))).map(({ title }) => `表中删去了“${title}”`)],
  }
  return { ok: true, framework, coverage }
}
