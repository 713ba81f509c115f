import type { Settings } from '../evaluation/evaluation'

/** 取整点 as asked: what money is divided by, and how a rate is rounded before it is scored (practice.md M8). */
export const ROUNDING_CHOICES: { readonly ratesFrom: { readonly [V in Settings['ratesFrom']]: string }; readonly rateRounding: { readonly [V in Settings['rateRounding']]: string } } = {
  ratesFrom: { printed: '金额按表上印的万元（两位小数）', full: '金额按填报的全部位数' },
  rateRounding: { rounded: '比率取到 0.01% 再计分', exact: '比率不取整计分' },
}

/** 取整点 in words, for the trace and the page. */
export const roundingWords = ({ ratesFrom, rateRounding }: Pick<Settings, 'ratesFrom' | 'rateRounding'>): string => `${ROUNDING_CHOICES.ratesFrom[ratesFrom]}，${ROUNDING_CHOICES.rateRounding[rateRounding]}`
