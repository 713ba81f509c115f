import type { Check } from '../../domain/checks/check'

/** Every check of the product. */
export const checks: readonly Check[] = []
