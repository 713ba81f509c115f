import { sum, toFixedText } from '../../kernel/rational'
import { printedPlaces } from '../../kernel/decimalText'
import type { Evaluation, Row } from '../evaluation/evaluation'
import type { Assessment } from '../indicators/assessment'
import { cellId } from '../measures/item'
import type { Block, PrintedRun, TableCell } from './document'

const cell = (text: string, align: TableCell['align'] = 'left', more: Partial<TableCell> = {}): TableCell => ({
  runs: [{ kind: 'text', text } satisfies PrintedRun], align, ...more,
})

const head = (...texts: readonly string[]): readonly TableCell[] => texts.map((text) => cell(text, 'center'))

const words = (row: Row, column: string): string => {
  const answer = row.cells[column]
  return answer?.kind === 'given' ? answer.text : answer?.kind === 'notInvolved' ? '不涉及' : ''
}

/** 专项支出明细: every row with its amount, 合并 rows with the number they stand for, and the total. */
export function projectTable(evaluation: Evaluation): Block {
  const rows = evaluation.tables['projects'] ?? []
  const counted = rows.filter((row) => row.kind !== 'subtotal')
  const amounts = counted.map((row) => words(row, 'actual')).filter((text) => /^-?\d+(\.\d+)?$/.test(text))
  const places = Math.max(0, ...amounts.map(printedPlaces))
  const total = toFixedText(sum(amounts.map((text) => ({ n: BigInt(text.replace('.', '')), d: 10n ** BigInt(printedPlaces(text)) }))), places)
  const derived = rows.some((row) => row.cells['actual']?.provenance?.state === 'derived')
  return {
    kind: 'table', caption: '专项（项目）支出明细表', note: `单位：万元${derived ? '；合并行金额为推算数' : ''}`, landscape: false,
    widths: [8, 52, 12, 14, 14],
    head: [head('序号', '项目名称', '项目个数', '资金来源', '决算数')],
    body: [
      ...rows.map((row, i) => [cell(String(i + 1), 'center'), cell(words(row, 'name')), cell(words(row, 'rowCount') || '1', 'center'),
        cell(words(row, 'fundSource'), 'center'), cell(words(row, 'actual'), 'right', { figure: cellId('projects', row.id, 'actual') })]),
      [cell('合计', 'center', { columns: 2 }), cell(String(counted.reduce((n, row) => n + Number(words(row, 'rowCount') || '1'), 0)), 'center'),
        cell('', 'center'), cell(amounts.length === counted.length ? total : `${total}（未填全）`, 'right')],
    ],
  }
}

/** 指标评分表: what stands behind the total. */
export function scoreTable(assessment: Assessment): Block {
  return {
    kind: 'table', caption: '部门整体支出绩效评价指标评分表', note: '', landscape: false, widths: [12, 14, 30, 12, 16, 16],
    head: [head('一级指标', '二级指标', '三级指标', '分值', '完成值', '自评得分')],
    body: [
      ...assessment.lines.map((line) => [cell(line.indicator.dimension, 'center'), cell(line.indicator.group, 'center'), cell(line.indicator.title),
        cell(line.indicator.weight, 'center'), cell(line.value ?? '', 'center'), cell(line.points ?? '待定', 'center')]),
      [cell('合计', 'center', { columns: 3 }), cell(assessment.total, 'center'), cell('', 'center'),
        cell(assessment.lowest === assessment.highest ? assessment.certain : `${assessment.lowest}～${assessment.highest}`, 'center')],
    ],
  }
}
