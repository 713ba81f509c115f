import { parseTarget } from '../forms/target'
import type { GoalSign } from '../goals/goal'

/** 指标值 taken apart: sign, bare value, unit. */
export interface SplitTarget {
  readonly sign: GoalSign | ''
  readonly target: string
  readonly unit: string
  readonly doubt?: string
}

const SIGNED = /^(≥|>=|>|≤|<=|<|=|等于)?(-?\d+(?:\.\d+)?)(\D*)$/
const SIGN_OF: { readonly [text: string]: GoalSign } = { '≥': '≥', '>=': '≥', '>': '>', '≤': '≤', '<=': '≤', '<': '<', '=': '=', 等于: '=', 大于等于: '≥', 大于: '>', 小于等于: '≤', 小于: '<', 定性: '定性' }

/** A sign as the tables write it; empty where it is none. */
export const signOf = (text: string): GoalSign | '' => {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  return Object.hasOwn(SIGN_OF, plain) ? SIGN_OF[plain]! : ''
}

/** Takes apart what stands in the cells for sign, value and unit: 「≥90%」 in one cell, or each in its own. */
export function splitTarget(value: string, signCell: string, unitCell: string): SplitTarget {
  const told = signOf(signCell)
  const plain = value.normalize('NFKC').replace(/\s+/g, '').replace(/,(?=\d{3})/g, '')
  if (told === '定性' || !/\d/.test(plain)) return { sign: '定性', target: value.trim(), unit: unitCell }
  const signed = SIGNED.exec(plain)
  const unitOf = (own: string): string => (unitCell !== '' ? unitCell : own.replace(/^个百分点$/, '百分点'))
  if (signed && !/以上|以下|以内|月|日/.test(signed[3] ?? '')) return { sign: told || (signed[1] ? SIGN_OF[signed[1]]! : '='), target: signed[2]!, unit: unitOf(signed[3] ?? '') }
  const parsed = parseTarget(plain)
  if (parsed?.kind === 'bound') return { sign: told || (parsed.sign === '>=' ? '≥' : parsed.sign === '<=' ? '≤' : '='), target: parsed.value, unit: unitOf(parsed.unit) }
  if (parsed?.kind === 'date') return { sign: '≤', target: plain, unit: '' }
  if (parsed?.kind === 'range') return { sign: told || '=', target: `${parsed.low}~${parsed.high}`, unit: unitOf(parsed.unit) }
  return { sign: told, target: value.trim(), unit: unitCell, doubt: '指标值读不出数字，照原文写入，请核对' }
}
