import type { Check, EachRow } from '../../domain/checks/check'
import { formula } from '../formula'

type Details = Pick<Check, 'at' | 'remedy' | 'source'> & Partial<Pick<Check, 'kind' | 'severity' | 'verification' | 'eachRow'>> & {
  readonly when?: string
  readonly unless?: string
}

/** 勾稽关系 written as the field says it: `left = right`, both as formulas. */
export function check(id: string, says: string, left: string, relation: Check['relation'], right: string, details: Details): Check {
  const { when, unless, ...rest } = details
  return {
    id, says, left: formula(left), relation, right: formula(right), kind: 'balance', severity: 'contradiction', verification: 'verified',
    ...rest, ...(when === undefined ? {} : { when: formula(when) }), ...(unless === undefined ? {} : { unless: formula(unless) }),
  }
}

/** Single and 合并 rows of a table, one by one; a row whose cell is blank is left alone. */
export const everyRow = (table: string, title: string): EachRow => ({ table, title, kinds: ['single', 'merged'], blank: 'skip' })
