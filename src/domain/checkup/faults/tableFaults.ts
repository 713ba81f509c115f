import { compare } from '../../../kernel/rational'
import type { Table } from '../table'
import type { Fault } from './fault'
import { spanOf, type FaultSource } from './faultSource'

const EMPTY = /(?:本|此|该)表(?:无数据|为空|没有数据|无内容|无(?=[。，；]))/

/** 本表无数据 under a table that has data. */
export function emptyTables({ flow, lines, tables }: FaultSource): readonly Fault[] {
  return lines.flatMap((line): readonly Fault[] => {
    const match = line.row ? null : EMPTY.exec(line.text)
    if (!match) return []
    const table = tables.findLast(({ lastLine }) => lastLine < line.index && line.index - lastLine <= 4)
    // Between the table and the words another table without figures may stand.
    const between = table ? lines.slice(table.lastLine + 1, line.index).some(({ row }) => row) : true
    const figure = table && !between ? table.rows.flatMap(({ cells }) => cells).find((cell) => cell.figure !== null && cell.figure.value.n !== 0n)?.figure : null
    return figure ? [{ kind: 'emptyTable', severity: 'contradiction', says: '说明写本表无数据，表里却有数', places: [spanOf(flow, line.start + match.index, line.start + match.index + match[0].length), { start: figure.quantity.start, end: figure.quantity.end }] }] : []
  })
}

const SLOGAN = /^(?:显著|明显|大幅|持续|不断|进一步|有效|全面|切实|较好|效果)*(?:提高|提升|改善|增强|加强|优化|保障|明显|显著|良好|推进|促进)(?:明显|显著)?$/

const columnNamed = ({ headers }: Table, pattern: RegExp): number => headers.findIndex((header) => pattern.test(header))

/** Targets in words where a number is due: 数量、成本 and 时效 indicators. */
export function slogans({ flow, lines }: FaultSource): readonly Fault[] {
  let target = -1
  return lines.flatMap((line): readonly Fault[] => {
    if (!line.row) target = -1
    const cells = line.row ? line.text.split('\t') : []
    const header = cells.findIndex((cell) => /指标值|目标值/.test(cell))
    if (header >= 0) target = header
    if (header >= 0 || target < 0 || !/数量指标|成本指标|时效指标/.test(line.text) || !SLOGAN.test(cells[target]?.trim() ?? '')) return []
    const start = line.start + cells.slice(0, target).join('\t').length + (target > 0 ? 1 : 0)
    return [{ kind: 'slogan', severity: 'hint', says: '指标值是口号，没有可以衡量的数', places: [spanOf(flow, start, start + cells[target]!.length)] }]
  })
}

/** A score above its weight. */
export function scores({ tables }: FaultSource): readonly Fault[] {
  return tables.flatMap((table) => {
    const weight = columnNamed(table, /分值|权重|标准分|满分/)
    const score = columnNamed(table, /^(?:.*\s)?(?:自评|评价|实际|评定)?得分(?:（.*）)?$/)
    if (weight < 0 || score < 0) return []
    return table.rows.flatMap(({ cells }): readonly Fault[] => {
      const [full, given] = [cells[weight]?.figure, cells[score]?.figure]
      if (!full || !given || full.quantity.kind === 'percent' || compare(given.value, full.value) <= 0) return []
      const [first, second] = [given.quantity, full.quantity]
      return [{ kind: 'score', severity: 'contradiction', says: `得分 ${first.value} 高于分值 ${second.value}`, places: [{ start: first.start, end: first.end }, { start: second.start, end: second.end }] }]
    })
  })
}
