import type { Evaluation } from '../../domain/evaluation/evaluation'
import type { JudgementEntry } from '../../domain/evaluation/judgement'
import type { Assessment, Line } from '../../domain/indicators/assessment'
import { withRounding } from '../../domain/indicators/withRounding'
import { BOTH_ZERO, dividendOf, VETOED } from '../../domain/indicators/scoreLine'
import { itemOf } from '../../domain/measures/item'
import type { Measure } from '../../domain/measures/measure'
import type { Aggregate } from '../../domain/scoring/aggregate'
import type { ValueStyle } from '../../domain/scoring/award'
import { isByFigures, isComputed } from '../../domain/scoring/scoring'
import { decimal, equals } from '../../kernel/rational'
import { aggregateFormula } from './aggregateFormula'
import { excelFormula, type CellPlaces, type LeafReading } from './excelFormula'
import { figuresFormula, NOT_INVOLVED, situationFormula, type WriteFormula } from './figuresFormula'
import { ratioOf } from './formulas'
import { pointsFormula } from './scoreFormula'
import { heightOf, linesIn } from './textLines'
import { address, type CellContent, type PlannedCell, type SheetPlan } from './sheetPlan'

/** Name of the score table's sheet. */
export const SCORE_SHEET = '评分表'
const HEADS = ['一级指标', '二级指标', '三级指标', '分值', '指标说明', '评价标准', '完成值', '自评得分', '扣分原因和其他说明']
const WIDTHS = [9, 10, 18, 6, 30, 34, 11, 9, 26]
const FIRST = 3

/** 取整点 (a) and (b), as the page computes. */
function reading(evaluation: Evaluation, measures: ReadonlyMap<string, Measure>, style: ValueStyle): { leaf: LeafReading; wrap: (value: string) => string } {
  const printed = evaluation.settings.ratesFrom === 'printed'
  return {
    leaf: (id, reference) => (printed && measures.get(itemOf(id).measure)?.kind === 'money' ? `ROUND(N(${reference}),2)` : `N(${reference})`),
    wrap: (value) => (style === 'percent' ? atPoint(evaluation, value) : value),
  }
}

/** A rate at the rounding point. */
const atPoint = (evaluation: Evaluation, rate: string): string => (evaluation.settings.rateRounding === 'rounded' ? `ROUND(ROUND(${rate},10),4)` : rate)

/** Writes a formula of the evaluation, at the rounding point of a value of that style. */
const writer = (evaluation: Evaluation, measures: ReadonlyMap<string, Measure>, places: CellPlaces): WriteFormula => (formula, style = 'number', zeroDivisor) =>
  excelFormula(formula, places, { ...reading(evaluation, measures, style), ...(zeroDivisor === undefined ? {} : { zeroDivisor }) })

/** What stands in the cell of a value whose divisor is 0, as the rule says; null where that cannot be written. */
function zeroDivisorText(line: Line, write: WriteFormula): string | null {
  const { formula, scoring } = line.indicator
  if (scoring.zeroDivisor === 'notApplicable') return NOT_INVOLVED
  const dividend = formula && scoring.zeroDivisor === 'fullIfBothZero' ? dividendOf(formula) : null
  if (dividend === null) return '""'
  const written = write(dividend)
  return written && `IF(ISNUMBER(${written}),IF(ROUND(${written},10)=0,"${BOTH_ZERO}",""),"")`
}

/** When the figures veto the line; null where no figures do, undefined where that cannot be written. */
function vetoOf(line: Line, write: WriteFormula): string | null | undefined {
  const { when } = line.indicator.scoring.veto ?? {}
  if (!when) return null
  const written = write(when)
  return written === null ? undefined : `N(${written})<>0`
}

/** Whether points follow from the figures: no judgement, no 不涉及 said by a person, no cut, no adjustment stands in their place, and the weight is the line's own. */
function follows(line: Line, entry: JudgementEntry | undefined): boolean {
  if (entry?.kind === 'notInvolved' || !equals(decimal(line.weight), decimal(line.indicator.weight))) return false
  const vetoed = line.trace.at(-1)?.label === VETOED && entry?.kind !== 'vetoed'
  return vetoed || (line.state !== 'judged' && line.state !== 'adjusted' && line.state !== 'excluded')
}

/** Writes formulas and joined rates over the workbook's cells. */
interface Writers {
  readonly write: WriteFormula
  readonly rate: (scoring: Aggregate) => string | null
}

/** The value's formula; null where a person gives it or its figures do not stand in the workbook. */
function valueFormula(line: Line, entry: JudgementEntry | undefined, { write, rate }: Writers): string | null {
  const { scoring, formula, valueStyle = 'percent' } = line.indicator
  if (isComputed(scoring)) {
    const zero = zeroDivisorText(line, write)
    return formula && zero !== null && entry?.kind !== 'vetoed' && entry?.kind !== 'notInvolved' ? write(formula, valueStyle, zero) : null
  }
  if (!follows(line, entry)) return null
  return scoring.kind === 'caseTable' ? situationFormula(scoring, write) : scoring.kind === 'aggregate' ? rate(scoring) : null
}

function valueContent(line: Line, entry: JudgementEntry | undefined, writers: Writers): CellContent {
  const { scoring, valueStyle = 'percent' } = line.indicator
  const veto = vetoOf(line, writers.write)
  const text = veto === undefined ? null : valueFormula(line, entry, writers)
  if (text === null) return { kind: 'text', text: line.value ?? '' }
  const isPercent = scoring.kind === 'aggregate' || (isComputed(scoring) && valueStyle === 'percent')
  return {
    kind: 'formula', formula: veto === null ? text : `IF(${veto},"${VETOED}",${text})`, cached: line.value?.endsWith('%') ? ratioOf(line.value) : line.value,
    ...(isPercent ? { percent: true } : {}), ...(scoring.kind === 'aggregate' ? { array: true } : {}),
  }
}

/** The rule's points as a formula over the value, or over figures of its own; null where it cannot be written. */
function livePoints(line: Line, value: string, valueIsFormula: boolean, write: WriteFormula): string | null {
  const { scoring, weight } = line.indicator
  if (isByFigures(scoring) && scoring.kind !== 'aggregate') return figuresFormula(scoring, weight, write)
  const rule = scoring.kind === 'aggregate' ? scoring.rule : scoring
  if (!isComputed(rule) || !valueIsFormula) return null
  const notInvolved = scoring.notApplicable === 'full' ? weight : scoring.notApplicable === 'zero' ? '0' : '""'
  const points = pointsFormula(rule, value, weight)
  const divided = scoring.zeroDivisor === 'fullIfBothZero' ? `IF(${value}="${BOTH_ZERO}",${weight},${points})` : points
  return `IF(${value}="","",IF(${value}=${NOT_INVOLVED},${notInvolved},${divided}))`
}

/** Points as a live formula where they follow from the figures; a judgement, a cut or an adjustment stands as it is. */
function pointsContent(line: Line, row: number, valueIsFormula: boolean, entry: JudgementEntry | undefined, write: WriteFormula): CellContent {
  const live = follows(line, entry) ? livePoints(line, address(row, 6), valueIsFormula, write) : null
  const veto = vetoOf(line, write)
  if (live === null || veto === undefined) return line.points === null ? { kind: 'blank' } : { kind: 'number', text: line.points }
  return { kind: 'formula', places: 2, cached: line.points, formula: veto === null ? live : `IF(${veto},0,${live})` }
}

function runs(lines: readonly Line[], of: (line: Line) => string): ReadonlyMap<number, number> {
  const starts = new Map<number, number>()
  let start = 0
  lines.forEach((line, i) => {
    if (i > 0 && of(line) !== of(lines[i - 1]!)) start = i
    starts.set(start, i - start + 1)
  })
  return starts
}

/** 评分表: values and points are formulas over the forms wherever the rule computes them. */
export function scoreSheet(given: Evaluation, assessment: Assessment, measures: ReadonlyMap<string, Measure>, places: CellPlaces): SheetPlan {
  const evaluation = withRounding(given, given.framework)
  const cells: PlannedCell[] = []
  const heights = new Map<number, number>([[0, 32], [FIRST - 1, 26]])
  const put = (row: number, column: number, content: CellContent | string, look: PlannedCell['look'], more: Partial<PlannedCell> = {}) =>
    cells.push({ row, column, content: typeof content === 'string' ? { kind: 'text', text: content } : content, look, ...more })
  const unit = evaluation.answers['unit.name']
  put(0, 0, '部门整体支出绩效评价指标评分表', 'title', { columns: HEADS.length })
  put(1, 0, `填报单位：${unit?.kind === 'given' ? unit.text : ''}　　评价年度：${evaluation.year}`, 'caption', { columns: 6 })
  put(1, 6, `指标体系：${evaluation.framework.title}`, 'captionRight', { columns: 3 })
  HEADS.forEach((head, column) => put(2, column, head, 'head'))
  const { lines } = assessment
  const write = writer(evaluation, measures, places)
  const writers: Writers = { write, rate: (scoring) => aggregateFormula(scoring, places, (rate) => atPoint(evaluation, rate)) }
  const dimensions = runs(lines, (line) => line.indicator.dimension)
  const groups = runs(lines, (line) => `${line.indicator.dimension} ${line.indicator.group}`)
  const weightOf = (from: number, count: number) => lines.slice(from, from + count).reduce((sum, line) => sum + Number(line.indicator.weight), 0)
  lines.forEach((line, i) => {
    const row = FIRST + i
    const { indicator } = line
    const dimension = dimensions.get(i)
    const group = groups.get(i)
    if (dimension) put(row, 0, `${indicator.dimension}\n（${weightOf(i, dimension)}分）`, 'plainCenter', { rows: dimension })
    if (group) put(row, 1, `${indicator.group}\n（${weightOf(i, group)}分）`, 'plainCenter', { rows: group })
    put(row, 2, indicator.title, 'plain')
    put(row, 3, { kind: 'number', text: indicator.weight }, 'plainCenter')
    put(row, 4, indicator.texts.definition ?? '', 'plain')
    put(row, 5, indicator.texts.rule, 'plain')
    const entry = evaluation.judgements[indicator.id]?.self?.entry
    const value = valueContent(line, entry, writers)
    put(row, 6, value, 'plainCenter')
    put(row, 7, pointsContent(line, row, value.kind === 'formula', entry, write), 'plainCenter')
    put(row, 8, evaluation.judgements[indicator.id]?.self?.reason ?? '', 'inputText')
    const words = [indicator.title, '', indicator.texts.definition ?? '', indicator.texts.rule, '', '', evaluation.judgements[indicator.id]?.self?.reason ?? '']
    heights.set(row, heightOf(Math.max(2, ...words.map((text, column) => linesIn(text, WIDTHS[column + 2]!)))))
  })
  const last = FIRST + lines.length
  put(last, 0, '合计', 'plainCenter', { columns: 3 })
  put(last, 3, { kind: 'formula', formula: `SUM(${address(FIRST, 3)}:${address(last - 1, 3)})`, cached: assessment.total, places: 0 }, 'plainCenter')
  put(last, 4, { kind: 'blank' }, 'plain', { columns: 3 })
  put(last, 7, { kind: 'formula', formula: `SUM(${address(FIRST, 7)}:${address(last - 1, 7)})`, cached: assessment.certain, places: 2 }, 'plainCenter')
  put(last, 8, assessment.lowest === assessment.highest ? '' : `还有 ${assessment.open} 分待定`, 'plain')
  return { name: SCORE_SHEET, cells, widths: WIDTHS, heights, landscape: true, repeated: [1, FIRST], hidden: false }
}
