/** 取整点: from which money a rate is made, and how it is rounded before it is scored (practice.md M8). */
export interface RoundingPoint {
  /** (a): rates from the 万元 figures as printed to two decimals, or from the full figures. */
  readonly ratesFrom: 'printed' | 'full'
  /** (b): rates rounded to two decimals of percent before steps and bands, or not. */
  readonly rateRounding: 'rounded' | 'exact'
}

/** 取整点 as it is chosen. */
export const ROUNDING_CHOICES: { readonly [K in keyof RoundingPoint]: { readonly [V in RoundingPoint[K]]: string } } = {
  ratesFrom: { printed: '金额按表上印的万元（两位小数）', full: '金额按填报的全部位数' },
  rateRounding: { rounded: '比率取到 0.01% 再计分', exact: '比率不取整计分' },
}

/** 取整点 in words, for the trace and the page; what holds for money is left out where none is in it. */
export const roundingWords = ({ ratesFrom, rateRounding }: RoundingPoint, ofMoney = true): string =>
  [...(ofMoney ? [ROUNDING_CHOICES.ratesFrom[ratesFrom]] : []), ROUNDING_CHOICES.rateRounding[rateRounding]].join('，')
