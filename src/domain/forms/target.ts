/** 指标值 in words, taken apart (practice.md F25). */
export type Target =
  /** ≥90%, ≤350万元, 12期. */
  | { readonly kind: 'bound'; readonly sign: '>=' | '<=' | '='; readonly value: string; readonly unit: string
    /** ＞ or ＜: the bound itself does not reach it. */
    readonly strict?: true }
  /** 90～110%. */
  | { readonly kind: 'range'; readonly low: string; readonly high: string; readonly unit: string }
  /** 12月31日前: by a day of the year, the last of the month where no day is said. */
  | { readonly kind: 'date'; readonly year: number | null; readonly month: number; readonly day: number }
  /** 1次/季. */
  | { readonly kind: 'frequency'; readonly value: string; readonly unit: string; readonly per: string }
  /** 及时、有效提升: nothing to compare with a number. */
  | { readonly kind: 'words' }

const NUMBER = String.raw`(\d+(?:\.\d+)?)`
const UNIT = String.raw`([^\d≥≤<>=~]*)`
const SIGNS: { readonly [sign: string]: '>=' | '<=' | '=' } = {
  '≥': '>=', '>=': '>=', '>': '>=', 不低于: '>=', 不少于: '>=', 不小于: '>=', 达到: '>=', 至少: '>=',
  '≤': '<=', '<=': '<=', '<': '<=', 不超过: '<=', 不高于: '<=', 不大于: '<=', 控制在: '<=', '=': '=', '': '=',
}
const SIGN = Object.keys(SIGNS).filter((sign) => sign !== '').sort((a, b) => b.length - a.length).join('|')
const LAST_DAY = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const FREQUENCY = new RegExp(`^(?:每)?${NUMBER}([次期批场份])[/每](年|季度?|月|周|日)$`)
const RANGE = new RegExp(`^${NUMBER}%?[~～\\-—至到]+${NUMBER}${UNIT}$`)
const BOUND = new RegExp(`^(${SIGN})?${NUMBER}${UNIT}$`)
const AFTER = new RegExp(`^${NUMBER}${UNIT}(以上|以下|以内)$`)
const DATE = /^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日|底|末)?(?:之?前|以前|底前)?(?:完成|前完成)?$/

function dateOf(text: string): Target | null {
  const match = DATE.exec(text)
  const month = Number(match?.[2])
  const last = LAST_DAY[month - 1]
  if (!match || last === undefined) return null
  const day = match[3] === undefined ? last : Number(match[3])
  return day >= 1 && day <= last ? { kind: 'date', year: match[1] === undefined ? null : Number(match[1]), month, day } : null
}

/** Reads a target as the forms write it; null where it holds digits that make no sense. Full-width writing is the same. */
export function parseTarget(text: string): Target | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replace(/[,，](?=\d{3})/g, '').replace(/(以上|以下|以内)[(（]含[)）]$/, '$1')
  if (!/\d/.test(plain)) return { kind: 'words' }
  const date = dateOf(plain)
  if (date) return date
  const often = FREQUENCY.exec(plain)
  if (often) return { kind: 'frequency', value: often[1]!, unit: often[2]!, per: often[3]! }
  const after = AFTER.exec(plain)
  if (after) return { kind: 'bound', sign: after[3] === '以上' ? '>=' : '<=', value: after[1]!, unit: after[2]! }
  const range = RANGE.exec(plain)
  if (range) return { kind: 'range', low: range[1]!, high: range[2]!, unit: range[3]! }
  const bound = BOUND.exec(plain)
  return bound ? { kind: 'bound', sign: SIGNS[bound[1] ?? '']!, value: bound[2]!, unit: bound[3]!, ...(bound[1] === '>' || bound[1] === '<' ? { strict: true } : {}) } : null
}
