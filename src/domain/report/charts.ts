import { absolute, compare, decimal, divide, fromDecimal, HUNDRED, multiply, sum, toFixedText, ZERO } from '../../kernel/rational'
import { itemId } from '../measures/item'
import type { Basis } from '../measures/basis'
import { cellWords } from './drafts/facts'
import type { DraftKind } from './drafts/drafts'
import type { ReportContext } from './compose'
import type { Block, Picture, ReportDocument } from './document'
import type { Outline } from './outline'

/** 图: what can be drawn of an evaluation. */
export type ChartKind = 'composition' | 'budget' | 'projects' | 'scores' | 'years'

/** What a chart shows, exact, as the table behind it prints it; a null stands for what is not known. */
export interface ChartData {
  readonly kind: ChartKind
  readonly shape: 'pie' | 'bars' | 'lying' | 'radar'
  readonly title: string
  /** 万元, %. */
  readonly unit: string
  /** Heads of the value columns. */
  readonly series: readonly string[]
  readonly rows: readonly { readonly label: string; readonly values: readonly (string | null)[] }[]
}

/** Every kind with its name, in the order of the page. */
export const CHARTS: { readonly [K in ChartKind]: string } = {
  composition: '支出构成', budget: '预算与决算', projects: '项目支出', scores: '得分率', years: '与上年比较',
}

/** The drafts a chart stands behind. */
const BEHIND: { readonly [K in ChartKind]: readonly DraftKind[] } = {
  composition: ['spending'], budget: ['execution', 'spending'], projects: ['projects'], scores: ['scores'], years: ['spending'],
}

const MOST_PROJECTS = 12

function money({ figures }: ReportContext, measure: string, basis: Basis): string | null {
  const found = figures.item(itemId(measure, basis, 'all'))
  return found.kind === 'value' ? found.text : null
}

const SPENDING = [['支出合计', 'expenditure'], ['基本支出', 'expenditure.basic'], ['项目支出', 'expenditure.project'], ['“三公”经费', 'threePublic']] as const
const PARTS = [['人员经费', 'expenditure.personnel'], ['公用经费', 'expenditure.operating'], ['项目支出', 'expenditure.project'], ['上缴上级支出', 'expenditure.remitted'], ['经营支出', 'expenditure.business'], ['对附属单位补助支出', 'expenditure.subsidy']] as const

const isPositive = (text: string | null): text is string => text !== null && compare(decimal(text), ZERO) > 0
const someKnown = (data: ChartData): boolean => data.rows.some(({ values }) => values.some((value) => value !== null))

function composition(context: ReportContext): ChartData {
  const rows = PARTS.map(([label, measure]) => ({ label, values: [money(context, measure, 'actual')] })).filter(({ values }) => isPositive(values[0]!))
  return { kind: 'composition', shape: 'pie', title: `${context.evaluation.year}年支出构成`, unit: '万元', series: ['决算数'], rows }
}

function bars(context: ReportContext, kind: 'budget' | 'years', title: string, columns: readonly (readonly [Basis, string])[]): ChartData {
  const rows = SPENDING.map(([label, measure]) => ({ label, values: columns.map(([basis]) => money(context, measure, basis)) })).filter(({ values }) => values.some((value) => value !== null))
  const used = columns.map((_, c) => rows.some(({ values }) => values[c] !== null))
  return {
    kind, shape: 'bars', title, unit: '万元', series: columns.filter((_, c) => used[c]).map(([, name]) => name),
    rows: rows.map(({ label, values }) => ({ label, values: values.filter((_, c) => used[c]) })),
  }
}

function projects({ evaluation }: ReportContext): ChartData {
  const rows = (evaluation.tables['projects'] ?? []).filter((row) => row.kind !== 'subtotal' && cellWords(row, 'name') !== '' && fromDecimal(cellWords(row, 'actual')) !== null)
    .map((row) => ({ label: cellWords(row, 'name'), values: [cellWords(row, 'actual')] }))
    .sort((a, b) => compare(absolute(decimal(b.values[0]!)), absolute(decimal(a.values[0]!))))
  const rest = rows.slice(MOST_PROJECTS)
  const others = rest.length === 0 ? [] : [{ label: `其余 ${rest.length} 行`, values: [toFixedText(sum(rest.map(({ values }) => decimal(values[0]!))), 2)] }]
  return { kind: 'projects', shape: 'lying', title: `${evaluation.year}年项目支出`, unit: '万元', series: ['决算数'], rows: [...rows.slice(0, MOST_PROJECTS), ...others] }
}

/** 得分率 by 一级指标, or by 二级 where there are too few for a figure. */
function scores({ assessment }: ReportContext): ChartData {
  const by = (key: 'dimension' | 'group') => [...new Set(assessment.lines.map((line) => line.indicator[key]))].filter((name) => name !== '').map((label) => {
    const lines = assessment.lines.filter((line) => line.indicator[key] === label && line.state !== 'excluded')
    const settled = lines.length > 0 && lines.every(({ points }) => points !== null)
    const rate = settled ? divide(sum(lines.map(({ points }) => decimal(points ?? '0'))), sum(lines.map(({ weight }) => decimal(weight)))) : null
    return { label, values: [rate ? toFixedText(multiply(rate, HUNDRED), 2) : null] }
  })
  const dimensions = by('dimension')
  return { kind: 'scores', shape: 'radar', title: '得分率', unit: '%', series: ['得分率'], rows: dimensions.length >= 4 ? dimensions : by('group') }
}

/** What a chart shows, or null where nothing is known of it. */
export function chartData(kind: ChartKind, context: ReportContext): ChartData | null {
  const year = context.evaluation.year
  const data = {
    composition, projects, scores,
    budget: (of: ReportContext) => bars(of, 'budget', `${year}年预算与决算`, [['originalBudget', '年初预算数'], ['fullYearBudget', '全年预算数'], ['actual', '决算数']]),
    years: (of: ReportContext) => bars(of, 'years', `${year - 1}年与${year}年决算`, [['priorActual', `${year - 1}年`], ['actual', `${year}年`]]),
  }[kind](context)
  const tooFew = data.rows.length === 0 || (kind === 'scores' && data.rows.length < 3) || (kind === 'years' && data.series.length < 2)
  return tooFew || !someKnown(data) ? null : data
}

/** A drawn chart. */
export interface Drawn {
  readonly kind: ChartKind
  readonly caption: string
  readonly picture: Picture
}

/** The report with charts, each at the end of the section that speaks of what it shows, numbered in reading order; else before the signature. */
export function withCharts(document: ReportDocument, outline: Outline, drawn: readonly Drawn[]): ReportDocument {
  const sectionOf = ({ kind }: Drawn): string => BEHIND[kind].flatMap((draft) => outline.sections.filter(({ drafts }) => drafts?.includes(draft) ?? false))[0]?.id ?? ''
  const last = (section: string): number => document.blocks.findLastIndex((block) => 'section' in block && block.section === section)
  const signature = document.blocks.findIndex(({ kind }) => kind === 'signature')
  const end = (signature < 0 ? document.blocks.length : signature) - 1
  const places = drawn.map((chart) => ({ chart, at: sectionOf(chart) === '' || last(sectionOf(chart)) < 0 ? end : last(sectionOf(chart)) })).sort((a, b) => a.at - b.at)
  const blocks: Block[] = []
  for (const [i, block] of document.blocks.entries()) {
    blocks.push(block)
    for (const [n, { chart, at }] of places.entries()) if (at === i) blocks.push({ kind: 'chart', caption: `图${n + 1}　${chart.caption}`, picture: chart.picture })
  }
  return { ...document, blocks }
}

