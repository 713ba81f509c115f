/** Circled digits number rows; NFKC would glue them to the words as plain digits. */
const CIRCLED = /[\u2460-\u249b]/g

const NUMBERING = /^(?:[一二三四五六七八九十]{1,3}[、.,:]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.)](?!\d)|#)+/
const UNIT_NOTE = /\((?:单位[::])?(?:万元|元|千元|亿元|人|个|辆|批次?|次|人次|%|㎡|m2|平方米|台|套)\)/g

/** A text without spaces, line breaks, quotes and the difference of half and full width. */
export const compact = (text: string): string =>
  text.replace(CIRCLED, '#').normalize('NFKC').replace(/[\s\u200b\ufeff"“”'‘’「」『』]+/g, '').replace(/[﹣－−–]/g, '-')

/** A label taken apart. */
export interface Label {
  /** Without numbering, 其中 and its unit: 公务接待费. */
  readonly name: string
  /** A code before the words: 30201. */
  readonly code: string | null
  /** 其中: what follows is part of what stands above. */
  readonly included: boolean
}

/** Takes a label apart: 「 其中：1、办公费（万元） 」 is 办公费, included. */
export function labelOf(text: string): Label {
  let rest = compact(text).replace(UNIT_NOTE, '')
  const included = /^(?:[-*#]|[一二三四五六七八九十\d]{1,3}[、.])*其中[::]?/.test(rest)
  const code = /^(\d{3}(?:\d{2})?)(?!\d)(?![年.月%])/.exec(rest)?.[1] ?? null
  if (code !== null) rest = rest.slice(code.length)
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replace(/^[-*·]+/, '').replace(/^其中[::]?/, '').replace(NUMBERING, '')
  }
  return { name: rest.replace(/[::*]+$/, ''), code, included }
}

/** A name without brackets and marks, for comparing: 因公出国(境)费 and 因公出国境费 are one. */
export const bareName = (name: string): string => name.replace(/出国\(境\)|出国境/g, '出国').replace(/[()[\]【】、,.:;·/\\]/g, '')

/** What two namings of one thing have in common: 公务接待, 公务接待费 and 公务接待费支出. */
export const stemOf = (bare: string): string => {
  const stem = bare.replace(/^因公(?=出国)/, '').replace(/(?:支出|经费|费用|费|金额|总额|情况|数额|数|合计|小计)+$/, '')
  return stem.length >= 2 ? stem : bare
}

/** How alike two bare names are, from 0 to 1: shares of their letter pairs. */
export function likeness(a: string, b: string): number {
  const pairs = (text: string): readonly string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))
  const [first, second] = [pairs(a), pairs(b)]
  if (first.length === 0 || second.length === 0) return 0
  const rest = [...second]
  let common = 0
  for (const pair of first) {
    const at = rest.indexOf(pair)
    if (at >= 0) {
      common++
      rest.splice(at, 1)
    }
  }
  return (2 * common) / (first.length + second.length)
}

/** A label with its years told from the evaluation's: 2023年决算数 in the file of 2024 is {-1}年决算数. */
export const withoutYears = (text: string, year: number): string =>
  text.replace(/(?<!\d)(?:19|20)\d{2}(?!\d)/g, (found) => `{${Number(found) - year}}`)
