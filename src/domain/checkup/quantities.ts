import type { Flow } from './flow'
import { figureOf, type Figure, type Vagueness } from './figure'
import { SCALE_PATTERN, SCALES, UNIT_PATTERN, UNITS } from './units'

const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const FIGURE = new RegExp(`(${NUMBER})(余|多|来)?(${SCALE_PATTERN})?(余|多|来)?(${UNIT_PATTERN})?(?:[（(](?:${UNIT_PATTERN})[）)])?(余|多|左右|上下|（含）以上|及?以上|（含）以下|及?以下|以内)?`, 'g')
const CHINESE = /([一二两三四五六七八九十百]{1,4})(大?(?:项|类|家|名|人|辆|台|件|批|处|个(?!百|月|方面|维护|确保|坚持|意识|全面)|所|支|户))/g
const CHINESE_DIGITS = '零一二三四五六七八九'

/** Words in front that loosen a figure. */
const ABOUT = /(?:(?<!节)约|大约|大概|将近|接近|近|约为)$/
const AT_LEAST = /(?:超过|超|逾|不少于|不低于|至少|达到?|突破|≥|>)$/
const AT_MOST = /(?:不超过|不高于|不多于|低于|少于|不足|不到|控制在|≤|<)$/

const printed = (flow: Flow, start: number, end: number): string => flow.source.slice(flow.at(start), flow.at(end - 1) + 1)

const vaguenessOf = (before: string, inside: string | undefined, after: string | undefined): Vagueness => {
  if (inside === '余' || inside === '多' || inside === '来' || after === '余' || after === '多') return 'more'
  if (after === '左右' || after === '上下' || ABOUT.test(before)) return 'about'
  if ((after?.endsWith('以上') ?? false) || (AT_LEAST.test(before) && !/达到?$/.test(before))) return 'atLeast'
  if ((after?.endsWith('以下') ?? false) || after === '以内' || AT_MOST.test(before)) return 'atMost'
  return 'printed'
}

/** Whether the number only looks like an amount: a year, a date, a document number, an ordinal, a code, part of a name. */
function noAmount(before: string, number: string, after: string): boolean {
  if (/^(?:年|月|日|号|时(?!间)|点(?!位)|届|级|期工程|[a-zA-Z])/.test(after) || /^个(?:月|工作日)/.test(after)) return true
  if (/(?:第|[〔（]|[A-Za-z]|\d[-~])$/.test(before) && (/^[〕）]/.test(after) || /[第A-Za-z]$/.test(before))) return true
  // A range, a date in dashes, a telephone number, a 24/7.
  if (/\d(?:\.\d+)?%?[-~至/：]$/.test(before) || /^[-~/：]\d/.test(after)) return true
  return /^(?:19|20)\d\d$/.test(number) && !/^(?:余|多)?(?:万|亿|千|元|%|人|名|个|件|次|户|份|条|平|亩|吨|公|台|套|辆|家|项)/.test(after)
}

/** A unit's character that begins another word: 3分别, 5处级, 12支出. */
const NO_UNIT: { readonly [unit: string]: RegExp } = {
  分: /^[别钟之类管公局部为析布]/, 支: /^[出付持]/, 人: /^[民大社均才工口事力]/, 处: /^[理置级罚]/, 组: /^[织成]/, 门: /^诊/, 面: /^[积向对]/, 位: /^[置于]/, 场: /^[所地]/, 度: /^[汛假]/, 批: /^[复准示]/, 口: /^[径岸]/, 周: /^[年边]/, 升: /^[级]/,
}

/** A number without a unit: most are cells of tables or no amounts at all, so a figure is made of it only where a unit carries over. */
interface Bare {
  readonly start: number
  readonly end: number
  readonly value: string
  readonly vague: Vagueness
}

const isBare = (one: Figure | Bare): one is Bare => !('quantity' in one)

/** Figures of plain digits with their unit, and bare numbers, in reading order. */
function printedFigures(flow: Flow): (Figure | Bare)[] {
  const { text } = flow
  const found: (Figure | Bare)[] = []
  FIGURE.lastIndex = 0
  for (let match = FIGURE.exec(text); match; match = FIGURE.exec(text)) {
    const [whole, number = '', more, scale, moreToo, unit, after] = match
    const start = match.index
    const before = text.slice(Math.max(0, start - 8), start)
    const behind = text.slice(start + number.length, start + number.length + 8)
    const bare = unit === undefined && scale === undefined
    if (noAmount(before, number, behind) || (bare && /^\d{7,}$/.test(number)) || /[.,]$/.test(before) && /\d[.,]$/.test(before)) continue
    if (unit !== undefined && after === undefined && NO_UNIT[unit]?.test(text.slice(start + whole.length, start + whole.length + 1))) continue
    const negative = before.endsWith('-') && !/[\da-zA-Z\u4e00-\u9fff]-$/.test(before)
    const from = negative ? start - 1 : start
    const value = (negative ? '-' : '') + number.replace(/,/g, '')
    const vague = vaguenessOf(before, more ?? moreToo, after)
    if (bare) {
      found.push({ start: from, end: start + whole.length, value, vague })
      continue
    }
    const known = unit === undefined ? undefined : UNITS[unit]
    const power = (scale === undefined ? 0 : SCALES[scale]!) + (known?.power ?? 0)
    const kind = known?.kind ?? 'count'
    // Scores with no more than one decimal are given, not rounded.
    const exact = scale === undefined && ((kind === 'count' && !value.includes('.')) || (unit === '分' && /^\d+(?:\.\d)?$/.test(value)))
    found.push(figureOf({ start: from, end: start + whole.length, rawStart: flow.at(from), rawEnd: flow.at(start + whole.length - 1) + 1 }, {
      text: printed(flow, from, start + whole.length), value, unit: `${scale ?? ''}${unit ?? ''}`, power, kind, vague, exact,
    }))
  }
  return found
}

function chineseValue(words: string): number | null {
  const match = /^(?:([一二三四五六七八九])?百)?(?:零)?(?:([一二三四五六七八九])?十)?([一二两三四五六七八九])?$/.exec(words)
  if (!match) return null
  const digit = (char: string | undefined): number => (char === undefined ? 0 : char === '两' ? 2 : CHINESE_DIGITS.indexOf(char))
  const hundreds = words.includes('百') ? (digit(match[1]) || 1) * 100 : 0
  const tens = words.includes('十') ? (digit(match[2]) || 1) * 10 : 0
  return hundreds + tens + digit(match[3])
}

/** 三项, 十三大类: counts in Chinese numerals; not inside names in quotes, not 第三, not 一. */
function chineseFigures(flow: Flow): Figure[] {
  return [...flow.text.matchAll(CHINESE)].flatMap((match) => {
    const [whole, words = '', unit = ''] = match
    const value = chineseValue(words)
    const before = flow.text.slice(Math.max(0, match.index - 3), match.index)
    if (value === null || value < 2 || /[第“‘"「《之这那每各上下几十百千万其初周星期]$/.test(before) || /^(?:[”"’]|规定|原则|要求|制度|措施|举措|改革|工程|行动|计划|战略|任务|优势|检查|主体|一体)/.test(flow.text.slice(match.index + whole.length, match.index + whole.length + 2))) return []
    const place = { start: match.index, end: match.index + whole.length, rawStart: flow.at(match.index), rawEnd: flow.at(match.index + whole.length - 1) + 1 }
    return [figureOf(place, { text: flow.source.slice(place.rawStart, place.rawEnd), value: String(value), unit: unit.replace('大', ''), power: 0, kind: 'count', vague: 'printed', exact: true })]
  })
}

/** A bare number in front of one with a unit takes its unit: 分别为7、2、1亿元, 较上年3.50减少0.20万元. */
const CARRIES = /^(?:和|及|与|以及|[、，]|至)$|^(?:元)?(?:，?(?:同比|比上年)?(?:增加|减少|增长|下降|增|减))了?$/
/** No words that carry a unit are longer. */
const LONGEST_CARRY = 12

function inheritUnits(flow: Flow, figures: readonly (Figure | Bare)[]): Figure[] {
  const made: Figure[] = []
  for (let i = figures.length - 1; i >= 0; i--) {
    const figure = figures[i]!
    if (!isBare(figure)) {
      made.push(figure)
      continue
    }
    const next = made.at(-1)
    if (!next || next.start - figure.end > LONGEST_CARRY) continue
    const between = flow.text.slice(figure.end, next.start)
    if (!CARRIES.test(between) || (next.quantity.kind === 'percent' && !/^[、，和及与]/.test(between))) continue
    const { start, end, value } = figure
    made.push(figureOf({ start, end, rawStart: flow.at(start), rawEnd: flow.at(end - 1) + 1 }, {
      text: printed(flow, start, end), value, unit: next.quantity.unit, power: next.power, kind: next.quantity.kind, vague: figure.vague, exact: next.quantity.kind === 'count' && next.power === 0 && !value.includes('.'),
    }))
  }
  return made.reverse()
}

/** 41.2万: money where a money word is near, else a count. */
const MONEY_NEAR = /[费款金资支出收入预算投]|项目|拨/
function nameScales(flow: Flow, figures: readonly Figure[]): Figure[] {
  return figures.map((figure) => {
    const { unit, text, value, start, end } = figure.quantity
    if (!Object.hasOwn(SCALES, unit)) return figure
    const kind = MONEY_NEAR.test(flow.text.slice(Math.max(0, figure.start - 24), figure.start)) && (unit === '万' || unit === '亿') ? 'money' : 'count'
    return figureOf({ start: figure.start, end: figure.end, rawStart: start, rawEnd: end }, { text, value, unit, power: figure.power, kind, vague: figure.vague, exact: false })
  })
}

/** All figures of a flow, in reading order: with a unit of their own, or one that surely carries over. Bare numbers are left out. */
export function readFigures(flow: Flow): readonly Figure[] {
  const figures = nameScales(flow, inheritUnits(flow, printedFigures(flow)))
  return [...figures, ...chineseFigures(flow)].sort((a, b) => a.start - b.start)
}
