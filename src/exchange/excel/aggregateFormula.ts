import type { Aggregate } from '../../domain/scoring/aggregate'
import { NOT_INVOLVED } from './figuresFormula'
import { ROW_KIND, type CellPlaces } from './excelFormula'

/** The mark of a row that only repeats others. */
const SUBTOTAL = '"小计"'

/**
 * The joined rate of 汇总后计分 as an array formula over the table's rows, rounded by `atPoint`: blank while a cell is or the table
 * has no row, 不涉及 where every row is. Null where the columns do not stand in the workbook.
 */
export function aggregateFormula(scoring: Aggregate, places: CellPlaces, atPoint: (rate: string) => string): string | null {
  const { mode, table, actual, target, money } = scoring
  const [done, due, weight, kinds] = [places.column(table, actual), places.column(table, target), mode === 'byMoney' && money !== undefined ? places.column(table, money) : null, places.column(table, ROW_KIND)]
  if (done === null || due === null || (mode === 'byMoney' && weight === null)) return null
  const columns = [done, due, ...(weight === null ? [] : [weight])]
  const own = kinds === null ? [] : [`(${kinds}<>${SUBTOTAL})`]
  const counted = [...own, ...columns.map((range) => `(${range}<>${NOT_INVOLVED})`)].join('*')
  const blanks = `SUM(${counted}*(${columns.map((range) => `(${range}="")`).join('+')}))`
  // A row without a target cannot be missed: it neither helps nor hurts.
  const weighed = `${counted}*(${due}<>0)`
  const share = `IF(${done}/${due}>1,1,${done}/${due})`
  const by = weight ?? '1'
  const rate = mode === 'sum' ? `SUM(IF(${counted},${done},0))/SUM(IF(${counted},${due},0))`
    : `SUM(IF(${weighed},${weight === null ? share : `${share}*${weight}`},0))/SUM(IF(${weighed},${by},0))`
  const noRows = kinds === null ? '' : `SUM(${own[0]}*1)=0,`
  return `IF(OR(${noRows}${blanks}>0),"",IF(SUM(${counted})=0,${NOT_INVOLVED},IFERROR(${atPoint(rate)},"")))`
}
