import { fromDecimal } from '../../kernel/rational'

/** Ranges of a column: its data rows and, where the table has them, 行类别 and 项目个数. */
export interface ColumnRanges {
  readonly range: string
  readonly kinds?: string
  readonly counts?: string
}

/** What Excel computes of a column, and when a cell is blank that it needs. */
export interface ColumnFormula {
  readonly value: string
  readonly missing: string | null
}

const NOT_INVOLVED = '"<>不涉及"'

/** Whether some row has all of these: blank and text tests work on arrays in SUMPRODUCT everywhere. */
const someRow = (...tests: readonly string[]): string => `SUMPRODUCT(${tests.map((test) => `(${test})`).join('*')}${tests.length === 1 ? '*1' : ''})>0`

/** A table without rows of its own is not filled, not 0. */
const notFilled = ({ kinds }: ColumnRanges): readonly string[] => (kinds === undefined ? [] : [`COUNTIF(${kinds},"<>小计")=0`])

const either = (tests: readonly string[]): string => (tests.length === 1 ? tests[0]! : `OR(${tests.join(',')})`)

const notRepeated = (ranges: ColumnRanges): readonly string[] => (ranges.kinds === undefined ? [] : [`${ranges.kinds}<>"小计"`])

/** SUM: 小计 rows only repeat others; a blank cell leaves the sum open. */
export const sumFormula = (ranges: ColumnRanges): ColumnFormula => ({
  value: ranges.kinds === undefined ? `SUM(${ranges.range})` : `SUMIFS(${ranges.range},${ranges.kinds},"<>小计")`,
  missing: either([...notFilled(ranges), someRow(...notRepeated(ranges), `${ranges.range}=""`)]),
})

/** When a sum is 不涉及: every counted row is. */
export const sumNotInvolved = ({ range, kinds }: ColumnRanges): string =>
  kinds === undefined ? `COUNT(${range})=0` : `COUNTIFS(${kinds},"<>小计",${range},${NOT_INVOLVED})=0`

/** COUNT: an aggregate row counts for as many as it stands for. */
export function countFormula(ranges: ColumnRanges): ColumnFormula {
  const { range, kinds, counts } = ranges
  const filled = `${range},"<>",${range},${NOT_INVOLVED}`
  if (kinds === undefined || counts === undefined) return { value: `COUNTIFS(${filled})`, missing: null }
  return {
    value: `(COUNTIFS(${kinds},"单项",${filled})+SUMIFS(${counts},${kinds},"合并",${filled}))`,
    missing: either([...notFilled(ranges), someRow(`${kinds}="合并"`, `${range}<>""`, `${counts}=""`)]),
  }
}

interface Test {
  readonly operator: string
  readonly operand: string
  /** A threshold looks at single rows only. */
  readonly isThreshold: boolean
}

const SPELLED: { readonly [typed: string]: string } = { '≤': '<=', '≥': '>=', '≠': '<>' }

function testOf(text: string): Test {
  const [, typed = '=', operand = ''] = /^\s*(<=|>=|<>|=|<|>|≤|≥|≠)?\s*(.*?)\s*$/.exec(text) ?? []
  return { operator: SPELLED[typed] ?? typed, operand, isThreshold: fromDecimal(operand) !== null }
}

/** A criterion of COUNTIFS; wildcards are words here. */
const criterion = ({ operator, operand, isThreshold }: Test): string =>
  `"${operator === '=' ? '' : operator}${isThreshold ? operand : operand.replace(/[~*?]/g, '~$&').replaceAll('"', '""')}"`

/** The same as a test on an array. */
const arrayTest = ({ operator, operand, isThreshold }: Test, range: string): readonly string[] =>
  isThreshold ? [`ISNUMBER(${range})`, `${range}${operator}${operand}`] : [`${range}<>"不涉及"`, `${range}${operator}"${operand.replaceAll('"', '""')}"`]

const judged = (test: Test, ranges: ColumnRanges): readonly string[] =>
  ranges.kinds === undefined ? [] : [test.isThreshold ? `${ranges.kinds}<>"合并"` : '', `${ranges.kinds}<>"小计"`].filter((part) => part !== '')

/** COUNTIF: a threshold never looks at a 合并 row; words count it for as many as it stands for. */
export function countIfFormula(ranges: ColumnRanges, text: string): ColumnFormula {
  const test = testOf(text)
  const { range, kinds, counts } = ranges
  const met = `${range},${criterion(test)},${range},${NOT_INVOLVED}`
  const blank = [...notFilled(ranges), someRow(...judged(test, ranges), `${range}=""`)]
  if (kinds === undefined || counts === undefined) return { value: `COUNTIFS(${met})`, missing: either(blank) }
  const single = `COUNTIFS(${kinds},"单项",${met})`
  if (test.isThreshold) return { value: single, missing: either(blank) }
  return {
    value: `(${single}+SUMIFS(${counts},${kinds},"合并",${met}))`,
    missing: either([...blank, someRow(`${kinds}="合并"`, ...arrayTest(test, range), `${counts}=""`)]),
  }
}

/** SUMIF over the same or another column of the table. */
export function sumIfFormula(ranges: ColumnRanges, text: string, summed: string): ColumnFormula {
  const test = testOf(text)
  const { range, kinds } = ranges
  const rows = kinds === undefined ? '' : `,${kinds},${test.isThreshold ? '"单项"' : '"<>小计"'}`
  const blank = [...notFilled(ranges), someRow(...judged(test, ranges), `${range}=""`)]
  const open = summed === range ? [] : [someRow(...judged(test, ranges), ...arrayTest(test, range), `${summed}=""`)]
  return {
    value: `SUMIFS(${summed},${range},${criterion(test)},${range},${NOT_INVOLVED}${rows})`,
    missing: either([...blank, ...open]),
  }
}
