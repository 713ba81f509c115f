import { CHECK_KINDS, type Check } from '../../domain/checks/check'
import { decide, type Verdict } from '../../domain/checks/decide'
import { expanded } from '../../domain/checks/eachRow'
import { evaluate } from '../../domain/expression/evaluate'
import type { Expression } from '../../domain/expression/expression'
import { evaluateInterval } from '../../domain/expression/interval'
import type { Figures } from '../../domain/figures/figures'
import { allowedGap } from './tolerance'
import { excelFormula, type CellPlaces } from './excelFormula'
import type { FormContext } from './formSheet'
import { toDecimalText } from '../../kernel/rational'
import { heightOf, linesIn } from './textLines'
import { address, type CellContent, type CellLook, type PlannedCell, type SheetPlan } from './sheetPlan'

/** Name of the sheet whose formulas check the figures wherever the workbook is opened. */
export const CHECK_SHEET = '校验'

const HEADS = ['序号', '类别', '勾稽关系', '左边', '关系', '右边', '差额', '允许尾差', '结果', '怎么办'] as const
const WIDTHS = [6, 10, 46, 13, 6, 13, 11, 10, 10, 44]
const FIRST = 4
const SIGNS = { '=': '=', '<=': '≤', '>=': '≥' } as const
const BROKEN = '不符'
const DOUBTFUL = '请核对'

const WORDS: { readonly [K in Verdict['kind']]: string } = { held: '相符', skipped: '不需核对', undecided: '未填', rounding: '相符', contradicted: BROKEN }

function valueOf(tree: Expression, figures: Figures): string | null {
  const outcome = evaluate(tree, figures)
  return outcome.kind === 'value' ? toDecimalText(outcome.value, 6) : outcome.kind === 'notApplicable' ? '不涉及' : null
}

/** When a check says nothing, as a formula; null where its condition is not in the workbook. */
function idle(check: Check, places: CellPlaces): string | null {
  const when = check.when ? excelFormula(check.when, places) : ''
  const unless = check.unless ? excelFormula(check.unless, places) : ''
  if (when === null || unless === null) return null
  const parts = [...(when === '' ? [] : [`N(${when})=0`]), ...(unless === '' ? [] : [`N(${unless})<>0`])]
  return parts.length === 0 ? 'FALSE' : `OR(${parts.join(',')})`
}

function resultFormula(check: Check, row: number, skip: string): string {
  const [left, right, gap, slack] = [address(row, 3), address(row, 5), address(row, 6), address(row, 7)]
  const broken = check.relation === '=' ? `ABS(${gap})>${slack}+0.000001` : check.relation === '<=' ? `${gap}>${slack}+0.000001` : `${gap}<-${slack}-0.000001`
  const word = check.severity === 'contradiction' ? BROKEN : DOUBTFUL
  const compared = `IF(OR(ISTEXT(${left}),ISTEXT(${right})),"不需核对",IF(${broken},"${word}","相符"))`
  return `IF(OR(${left}="",${right}=""),"未填",IF(${skip},"不需核对",${compared}))`
}

/** Rows of a table up to which each has its own line of a check. */
const MOST_LINES = 300
const QUIET: ReadonlySet<Verdict['kind']> = new Set(['held', 'skipped', 'rounding'])

const rowsOf = (check: Check, { evaluation }: FormContext): number => (check.eachRow ? evaluation.tables[check.eachRow.table]?.length ?? 0 : 0)

/** The lines of a check: of a long table only the rows in which something is to be looked at, or nobody would find them among thousands. */
function listed(check: Check, context: FormContext): readonly Check[] {
  const lines = expanded(check, context.evaluation)
  return lines.length <= MOST_LINES ? lines : lines.filter((line) => !QUIET.has(decide(line, context.figures).kind)).slice(0, MOST_LINES)
}

/** 校验 as live formulas: what does not agree turns red for every reader, without this program. */
export function checkSheet(checks: readonly Check[], context: FormContext, places: CellPlaces): SheetPlan {
  const cells: PlannedCell[] = []
  const heights = new Map<number, number>([[0, 32], [1, 24], [FIRST - 1, 26]])
  const put = (row: number, column: number, content: CellContent | string, look: CellLook, columns = 1) =>
    cells.push({ row, column, look, columns, content: typeof content === 'string' ? { kind: 'text', text: content } : content })
  let row = FIRST
  for (const check of checks.flatMap((one) => listed(one, context))) {
    const [left, right, skip] = [excelFormula(check.left, places), excelFormula(check.right, places), idle(check, places)]
    if (left === null || right === null || skip === null) continue
    const verdict = decide(check, context.figures)
    const slack = allowedGap(evaluateInterval(check.left, context.figures), evaluateInterval(check.right, context.figures))
    const word = verdict.kind === 'contradicted' && check.severity !== 'contradiction' ? DOUBTFUL : WORDS[verdict.kind]
    put(row, 0, { kind: 'number', text: String(row - FIRST + 1) }, 'plainCenter')
    put(row, 1, CHECK_KINDS[check.kind], 'plainCenter')
    put(row, 2, check.says, 'plain')
    put(row, 3, { kind: 'formula', formula: left, cached: valueOf(check.left, context.figures) }, 'computed')
    put(row, 4, SIGNS[check.relation], 'plainCenter')
    put(row, 5, { kind: 'formula', formula: right, cached: valueOf(check.right, context.figures) }, 'computed')
    const [a, b] = [address(row, 3), address(row, 5)]
    put(row, 6, { kind: 'formula', formula: `IF(OR(${a}="",${b}="",ISTEXT(${a}),ISTEXT(${b})),"",ROUND(${a}-${b},6))`, cached: null, places: 2 }, 'computed')
    put(row, 7, { kind: 'number', text: slack }, 'computed')
    put(row, 8, { kind: 'formula', formula: resultFormula(check, row, skip), cached: word, places: 0 }, 'plainCenter')
    put(row, 9, check.remedy, 'plain')
    heights.set(row, heightOf(Math.max(linesIn(check.says, WIDTHS[2]!), linesIn(check.remedy, WIDTHS[9]!))))
    row++
  }
  const results = `${address(FIRST, 8)}:${address(Math.max(row - 1, FIRST), 8)}`
  const count = (word: string): string => `COUNTIF(${results},"${word}")`
  put(0, 0, '勾稽关系校验', 'title', HEADS.length)
  put(1, 0, { kind: 'formula', formula: `"不符 "&${count(BROKEN)}&" 条，请核对 "&${count(DOUBTFUL)}&" 条，未填 "&${count('未填')}&" 条，相符 "&${count('相符')}&" 条"`,
    cached: ((of) => `不符 ${of(BROKEN)} 条，请核对 ${of(DOUBTFUL)} 条，未填 ${of('未填')} 条，相符 ${of('相符')} 条`)(
      (word: string) => cells.filter(({ column, content }) => column === 8 && content.kind === 'formula' && content.cached === word).length) }, 'caption', HEADS.length)
  const isCut = checks.some((one) => one.eachRow && rowsOf(one, context) > MOST_LINES)
  put(2, 0, `本表随数字自动重算；只供填报单位核对，报送时不带本表。允许尾差按印出的小数位数算出。${isCut ? `超过 ${MOST_LINES} 行的表，导出时已相符的行不逐行列出。` : ''}`, 'note', HEADS.length)
  HEADS.forEach((head, column) => put(FIRST - 1, column, head, 'head'))
  const first = `$I${FIRST + 1}`
  return {
    name: CHECK_SHEET, cells, widths: WIDTHS, heights, landscape: true, repeated: [1, FIRST], hidden: false,
    alarms: [{ range: results, formula: `${first}="${BROKEN}"`, look: 'bad' }, { range: results, formula: `${first}="${DOUBTFUL}"`, look: 'warn' }],
  }
}
