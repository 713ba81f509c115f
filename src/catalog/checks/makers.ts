import type { Check } from '../../domain/checks/check'
import { formula } from '../formula'

type Details = Pick<Check, 'at' | 'remedy' | 'source'> & Partial<Pick<Check, 'kind' | 'severity' | 'verification'>> & { readonly when?: string }

/** 勾稽关系 written as the field says it: `left = right`, both as formulas. */
export function check(id: string, says: string, left: string, relation: Check['relation'], right: string, details: Details): Check {
  const { when, ...rest } = details
  return {
    id, says, left: formula(left), relation, right: formula(right), kind: 'balance', severity: 'contradiction', verification: 'verified',
    ...rest, ...(when === undefined ? {} : { when: formula(when) }),
  }
}
