import { compare, decimal, divide, multiply, toDecimalText, type Rational } from '../../kernel/rational'
import { valueText, type Award, type ValueStyle } from './award'
import type { ScoringSettings } from './settings'

/** One band: from … to …, each end open or closed; a missing end is unbounded. */
export interface Band {
  readonly from?: string
  readonly fromIncluded?: boolean
  readonly to?: string
  readonly toIncluded?: boolean
  readonly points: string
}

/** 分档计分 (kind 3): points by the band the value lies in. Bands must not overlap nor leave a gap. */
export interface BandTable extends ScoringSettings {
  readonly kind: 'bandTable'
  readonly bands: readonly Band[]
  /** 规则满分: the most points the text gives; scaled to the weight where the two differ. */
  readonly ruleMost: string
}

const within = (band: Band, value: Rational): boolean => {
  const low = band.from === undefined ? 1 : compare(value, decimal(band.from))
  const high = band.to === undefined ? -1 : compare(value, decimal(band.to))
  return (low > 0 || (low === 0 && band.fromIncluded === true)) && (high < 0 || (high === 0 && band.toIncluded === true))
}

/** A band in words: 80%（含）～90%. */
export function bandText(band: Band, style: ValueStyle = 'percent'): string {
  const end = (text: string, included: boolean | undefined) => `${valueText(decimal(text), style)}${included ? '（含）' : ''}`
  if (band.from === undefined) return band.to === undefined ? '任何值' : `${end(band.to, band.toIncluded)}以下`
  if (band.to === undefined) return `${end(band.from, band.fromIncluded)}以上`
  return `${end(band.from, band.fromIncluded)}～${end(band.to, band.toIncluded)}`
}

/** Points for a value. Throws where no band holds it: the framework is incomplete, which lint finds. */
export function awardBandTable(scoring: BandTable, value: Rational, weight: Rational, style: ValueStyle = 'percent'): Award {
  const band = scoring.bands.find((candidate) => within(candidate, value))
  if (!band) throw new Error('catalog error: the bands leave a gap')
  const points = multiply(decimal(band.points), divide(weight, decimal(scoring.ruleMost))!)
  return { points, words: `${valueText(value, style)} 在“${bandText(band, style)}”档，得 ${toDecimalText(points, 4)}` }
}
