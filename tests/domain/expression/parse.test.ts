import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../../src/catalog/formula'
import { decode } from '../../../src/kernel/decode'
import { expressionDecoder } from '../../../src/domain/expression/decodeExpression'
import { parseExpression } from '../../../src/domain/expression/parse'
import { printExpression } from '../../../src/domain/expression/print'
import { vocabularyOf } from '../../../src/domain/expression/vocabulary'
import { count } from '../../../src/catalog/measures/makers'
import { arbitraryExpression } from '../../support/arbitraryExpression'

const parse = (text: string) => parseExpression(text, vocabulary)
const tree = (text: string) => {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}
/** The message, and the piece of the text it points at. */
const refusal = (text: string): string => {
  const parsed = parse(text)
  return parsed.ok ? 'read' : `${text.slice(parsed.error.start, parsed.error.end)} | ${parsed.error.message}`
}

const random = arbitraryExpression({
  items: ['staff.onPost@yearEnd', 'staff.quota@approved', 'expenditure@actual/all', 'threePublic@originalBudget/fiscal', 'economic.30201@actual/general', 'unit.funding'],
  columns: [['projects', 'actual'], ['projects', 'originalBudget'], ['uses', 'actual']],
  rows: ['p1', 'row-2', '*', '其余 14 项'],
})

describe('a formula read from text', () => {
  it('binds × before +, and left before right', () => {
    expect(tree('在职人员数 - 编制数 - 离退休人数 * 2 = 0')).toEqual(tree('((在职人员数 - 编制数) - (离退休人数 * 2)) = 0'))
    expect(tree('在职人员数 / 编制数 * 100')).toEqual(tree('(在职人员数 / 编制数) * 100'))
  })

  it('takes a sign before a figure tightest', () => expect(tree('-在职人员数 * 2')).toEqual(tree('(-在职人员数) * 2')))

  it('is the same from a Chinese keyboard', () => {
    expect(tree('ＩＦ（在职人员数≥编制数，１．５，６２．５％）'.replace('ＩＦ', 'IF'))).toEqual(tree('IF(在职人员数 >= 编制数, 1.5, 62.5%)'))
    expect(tree('在职人员数－编制数×２÷３＋１≠０')).toEqual(tree('在职人员数 - 编制数 * 2 / 3 + 1 <> 0'))
    expect(tree('SUM(在职人员数；编制数;离退休人数)')).toEqual(tree('SUM(在职人员数, 编制数, 离退休人数)'))
    expect(tree('经费形式 = ”全额拨款“')).toEqual(tree('经费形式 = "全额拨款"'))
  })

  it('may begin with = as it does in Excel', () => {
    expect(tree('=在职人员数 / 编制数')).toEqual(tree('在职人员数 / 编制数'))
    expect(refusal('= = 1')).toBe('= | “=”前面缺一个数或一个名称。')
  })

  it('names functions in any case', () => expect(tree('sum(在职人员数, 编制数)')).toEqual(tree('SUM(在职人员数, 编制数)')))

  it('doubles a straight quote inside words', () => expect(tree('经费形式 = "甲""乙"')).toMatchObject({ right: { kind: 'text', text: '甲"乙' } }))

  it('printed and read again is the same formula, and prints the same again', () => {
    fc.assert(fc.property(random, (formula) => {
      const text = printExpression(formula, vocabulary)
      expect(parse(text)).toEqual({ ok: true, value: formula })
      expect(printExpression(tree(text), vocabulary)).toBe(text)
    }), { numRuns: 500 })
  })

  it('carries no bracket too many', () => {
    for (const text of ['在职人员数 - (编制数 - 离退休人数)', '(在职人员数 + 编制数) * 2', '在职人员数 / (编制数 * 2)', '-(在职人员数 + 1) * (-2)', '在职人员数 + 编制数 - 离退休人数', '(在职人员数 < 编制数) = 1'])
      expect(printExpression(tree(text), vocabulary)).toBe(text)
  })

  it('never throws and never hangs, whatever is typed', () => {
    const pieces = fc.constantFrom('在职人员数', '编制数', '专项.本年决算', '专项[p1].本年决算', 'SUM', 'COUNTIF', 'IF', '(', ')', '（', ',', '+', '-', '*', '/', '=', '<', '>=', '"', '“', '12', '3.', '.5', '%', ' ', '不存在', '{', '\n', '😀')
    fc.assert(fc.property(fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')), (text) => {
      const parsed = parse(text)
      if (parsed.ok) return
      expect(parsed.error.message).toMatch(/[。？]$/)
      expect(parsed.error.start).toBeLessThanOrEqual(parsed.error.end)
      expect(parsed.error.end).toBeLessThanOrEqual(text.length)
    }), { numRuns: 500 })
  })
})

describe('a formula that cannot be read says where and why', () => {
  it.each([
    ['在职人员数 / ', ' | 算式没有写完，这里还缺一个数或一个名称。'],
    ['', ' | 算式没有写完，这里还缺一个数或一个名称。'],
    ['(在职人员数 + 编制数', ' | 括号没有成对，这里缺“)”。'],
    ['在职人员数 编制数', '编制数 | “编制数”放在这里读不通，前面可能少了运算符。'],
    ['在职人员数 + * 2', '* | “*”前面缺一个数或一个名称。'],
    ['在职人员数 # 2', '# | 不认识的字符“#”，请删去或改写。'],
    ['经费形式 = "全额', '"全额 | 引号没有成对，请在文字后面补上引号。'],
    ['在职人员 / 编制数', '在职人员 | 没有叫“在职人员”的数据项，是不是“在职人员数”？'],
    ['甲乙丙丁戊己', '甲乙丙丁戊己 | 没有叫“甲乙丙丁戊己”的数据项。'],
    ['AVERAGE(在职人员数)', 'AVERAGE | 没有叫“AVERAGE”的函数；可以用 SUM、COUNT、COUNTIF、SUMIF、MIN、MAX、ABS、ROUND、IF、AND、OR、NOT。'],
    ['IF(在职人员数, 1)', 'IF(在职人员数, 1) | IF 要 3 个参数，现在有 2 个。'],
    ['SUM()', 'SUM() | SUM 要 1～64 个参数，现在有 0 个。'],
    ['专项.本年决算', '专项.本年决算 | 整个算式要一个数，不能是整列；整列请写成 SUM(…) 或 COUNT(…)。'],
    ['专项.本年决算 * 2', '专项.本年决算 | 运算符前面要一个数，不能是整列；整列请写成 SUM(…) 或 COUNT(…)。'],
    ['-专项.本年决算', '专项.本年决算 | 负号后面要一个数，不能是整列；整列请写成 SUM(…) 或 COUNT(…)。'],
    ['ROUND(专项.本年决算, 2)', '专项.本年决算 | ROUND 的第一个参数要一个数，不能是整列；整列请写成 SUM(…) 或 COUNT(…)。'],
    ['ROUND(在职人员数, 11)', '11 | ROUND 的位数要写 0～10 的整数。'],
    ['ROUND(在职人员数, 编制数)', '编制数 | ROUND 的位数要写 0～10 的整数。'],
    ['COUNT(编制数)', '编制数 | COUNT 的这个位置要明细表的一栏，如 专项.本年决算。'],
    ['COUNTIF(专项.本年决算, 编制数)', '编制数 | COUNTIF 的条件要写在引号里，如 ">50" 或 "已验收合格"。'],
    ['COUNTIF(专项.本年决算, ">甲")', '">甲" | 条件“>甲”读不懂：大小只能与数比较。'],
    ['SUMIF(专项.本年决算, ">0", 用途.本年决算)', '用途.本年决算 | SUMIF 的两栏要在同一张明细表里。'],
    ['"甲" + 1', '"甲" | 文字只能用 = 或 <> 比较。'],
    ['经费形式 > "甲"', '"甲" | 文字只能用 = 或 <> 比较。'],
    ['1 = "甲"', '1 | 文字只能与一个数据项比较。'],
    ['1 < 在职人员数 < 8', '< | 比较不能连着写，请拆开后用 AND(…) 连接。'],
    ['在职人员数 > 1 AND 编制数 > 1', 'AND | “AND”不写在两个条件中间，请写成 AND(条件一, 条件二)。'],
    ['IF(在职人员数 > 1 或者 编制数 > 1, 1, 0)', '或者 | “或者”不写在两个条件中间，请写成 OR(条件一, 条件二)。'],
    ['在职人员数%', '% | 百分号只能紧跟在数字后面，如 62.5%；一个比率要化成百分数请写 × 100。'],
    ['ROUND((在职人员数 / 编制数)%, 2)', '% | 百分号只能紧跟在数字后面，如 62.5%；一个比率要化成百分数请写 × 100。'],
    ['在职人员数 * 1,234', ', | 逗号只用来隔开函数的参数；数字里的千分位逗号请去掉。'],
    ['(在职人员数 编制数)', '编制数 | “编制数”放在这里读不通，前面可能少了运算符。'],
    ['专项[p1].没有的栏', '专项[p1].没有的栏 | 没有叫“专项[p1].没有的栏”的数据项。'],
  ])('%s', (text, expected) => {
    expect(refusal(text)).toBe(expected)
  })

  it('nested too deep, or too long', () => {
    expect(refusal(`${'('.repeat(65)}1${')'.repeat(65)}`)).toContain('算式套得太深，最多 64 层')
    expect(refusal(Array.from({ length: 70 }, () => '编制数').join(' + '))).toContain('很多数相加请用 SUM(…)')
    expect(refusal(`${'('.repeat(3000)}`)).toContain('算式套得太深')
    expect(refusal('编制数 + '.repeat(700))).toContain('算式太长，最多 4000 个字符。')
    expect(refusal(`SUM(${Array.from({ length: 64 }, () => '编制数').join(', ')})`)).toBe('read')
  })
})

describe('a formula from a file', () => {
  const read = (value: unknown) => decode(expressionDecoder, value).ok
  const onPost = { kind: 'item', item: 'staff.onPost@yearEnd' }
  const column = { kind: 'column', table: 'projects', column: 'actual' }

  it('is taken as it is where it can be evaluated', () => fc.assert(fc.property(random, (formula) => {
    expect(decode(expressionDecoder, formula)).toEqual({ ok: true, value: formula })
  }), { numRuns: 200 }))

  it.each([
    ['a whole column as the result', column],
    ['words as the result', { kind: 'text', text: '甲' }],
    ['a column in arithmetic', { kind: 'operation', operator: '+', left: column, right: onPost }],
    ['words in arithmetic, deep inside', { kind: 'negative', of: { kind: 'operation', operator: '*', left: onPost, right: { kind: 'text', text: '甲' } } }],
    ['COUNTIF of an item', { kind: 'call', name: 'COUNTIF', args: [onPost, { kind: 'text', text: '>1' }] }],
    ['a signed number', { kind: 'number', text: '-5' }],
    ['ROUND to 400 places', { kind: 'call', name: 'ROUND', args: [onPost, { kind: 'number', text: '400' }] }],
    ['IF without its branches', { kind: 'call', name: 'IF', args: [onPost] }],
    ['an unknown function', { kind: 'call', name: 'EVAL', args: [onPost] }],
  ])('is refused: %s', (_, value) => expect(read(value)).toBe(false))
})

describe('the names of formulas', () => {
  it('are the same thing both ways', () => {
    for (const name of vocabulary.names) {
      const found = vocabulary.find(name)!
      expect(found.kind === 'item' ? vocabulary.nameOf(found.item) : `${vocabulary.nameOfTable(found.table)}.${vocabulary.nameOfColumn(found.table, found.column)}`).toBe(name)
    }
  })

  it('can all be read', () => {
    for (const name of vocabulary.names) expect(parse(vocabulary.find(name)!.kind === 'column' ? `COUNT(${name})` : name).ok).toBe(true)
  })

  it('lose what a formula cannot hold, and never begin with a digit', () =>
    expect(vocabularyOf([count('a', '24小时“服务”点（含镇街）·处', '个', '', ['inYear'])], []).names).toEqual(['_24小时服务点含镇街处']))

  it('that stand for two things are a fault of the catalog', () =>
    expect(() => vocabularyOf([count('a', '人数', '人', '', ['inYear']), count('b', '人数', '人', '', ['inYear'])], [])).toThrow('catalog error: the name 人数 stands for two things'))
})
