import { printedPlaces } from '../../kernel/decimalText'
import type { BandTable } from '../../domain/scoring/bandTable'
import type { LinearDeduction } from '../../domain/scoring/linearDeduction'
import type { RatioOfWeight } from '../../domain/scoring/ratioOfWeight'
import type { ComputedScoring } from '../../domain/scoring/computed'
import type { EqualTarget } from '../../domain/scoring/equalTarget'
import type { RangeTarget } from '../../domain/scoring/rangeTarget'
import type { SymmetricBand } from '../../domain/scoring/symmetricBand'
import type { UnitPrice } from '../../domain/scoring/unitPrice'

/** Points to two places, half up; a double that stands a hair below the half is on it. */
export const toPoints = (points: string): string => `ROUND(${points}+0.000000001,2)`

const atLeastZero = (value: string): string => `MAX(0,${value})`

/** Points of 逐档扣分 over the value in `cell`. */
function linearFormula(scoring: LinearDeduction, cell: string, weight: string): string {
  const beyond = scoring.side === 'above' ? `MAX(0,${cell}-${scoring.standard})`
    : scoring.side === 'below' ? `MAX(0,${scoring.standard}-${cell})` : `ABS(${cell}-${scoring.standard})`
  const steps = `ROUND(${beyond}/${scoring.per},10)`
  const taken = scoring.stepMode === 'floor' ? `INT(${steps})` : scoring.stepMode === 'ceiling' ? `ROUNDUP(${steps},0)` : steps
  return atLeastZero(`${weight}-${taken}*${scoring.deduct}`)
}

/** Points of 分档计分 over the value in `cell`. */
function bandFormula(scoring: BandTable, cell: string, weight: string): string {
  const value = `ROUND(${cell},10)`
  const tests = scoring.bands.map((band) => {
    const low = band.from === undefined ? [] : [`${value}${band.fromIncluded ? '>=' : '>'}${band.from}`]
    const high = band.to === undefined ? [] : [`${value}${band.toIncluded ? '<=' : '<'}${band.to}`]
    const both = [...low, ...high]
    return { test: both.length > 1 ? `AND(${both.join(',')})` : both[0] ?? 'TRUE', points: band.points }
  })
  const nested = tests.reduceRight((rest, { test, points }) => `IF(${test},${points},${rest})`, '""')
  return scoring.ruleMost === weight ? nested : `${nested}*${weight}/${scoring.ruleMost}`
}

/** Points of 按比例得分 over the value in `cell`. */
function ratioFormula(scoring: RatioOfWeight, cell: string, weight: string): string {
  const shares = { positive: `MIN(1,MAX(0,${cell}))`, reverse: `IF(${cell}<=1,1,1/${cell})`, reverseLinear: `IF(${cell}<=1,1,MAX(0,2-${cell}))` }
  const share = shares[scoring.direction]
  const counted = scoring.gate === undefined ? share : `IF(ROUND(${share},10)<${scoring.gate},0,(${share}-${scoring.gate})/(1-${scoring.gate}))`
  const { over } = scoring
  const kept = over?.treat === 'reduce' ? `${counted}*IF(ROUND(${cell},10)>=${over.from},${over.share ?? '1'},1)` : counted
  return `${kept}*${weight}`
}

/** Points of 偏差分档: the bands of the deviation. */
const deviationFormula = (scoring: SymmetricBand, cell: string, weight: string): string =>
  bandFormula({ ...scoring, kind: 'bandTable' }, `ABS(${cell}-${scoring.standard})`, weight)

/** Points of 等于目标. */
const equalFormula = (scoring: EqualTarget, cell: string, weight: string): string =>
  Number(scoring.target) === 0 ? `IF(ROUND(${cell},10)<=0,${weight},0)` : `MIN(1,MAX(0,${cell}/${scoring.target}))*${weight}`

/** Points of 区间目标. */
function rangeFormula(scoring: RangeTarget, cell: string, weight: string): string {
  const outside = `ROUND(MAX(0,${scoring.from}-${cell},${cell}-${scoring.to}),10)`
  if (scoring.outside === 'zero') return `IF(${outside}=0,${weight},0)`
  const steps = `ROUND(${outside}/${scoring.per ?? '0.01'},10)`
  const taken = scoring.stepMode === 'ceiling' ? `ROUNDUP(${steps},0)` : scoring.stepMode === 'proportional' ? steps : `INT(${steps})`
  return atLeastZero(`${weight}-${taken}*${scoring.deduct ?? '0'}`)
}

/** Points of 单价或标准. */
function unitPriceFormula(scoring: UnitPrice, cell: string, weight: string): string {
  const over = { zero: '0', ratio: `${scoring.standard}/${cell}*${weight}`, linear: `MAX(0,2-${cell}/${scoring.standard})*${weight}` }
  return `IF(ROUND(${cell},10)<=${scoring.standard},${weight},${over[scoring.over]})`
}

/** Points of a computed scoring over the value in `cell`, before they are rounded. */
export function exactPointsFormula(scoring: ComputedScoring, cell: string, weight: string): string {
  switch (scoring.kind) {
    case 'linearDeduction':
      return linearFormula(scoring, cell, weight)
    case 'bandTable':
      return bandFormula(scoring, cell, weight)
    case 'ratioOfWeight':
      return ratioFormula(scoring, cell, weight)
    case 'symmetricBand':
      return deviationFormula(scoring, cell, weight)
    case 'equalTarget':
      return equalFormula(scoring, cell, weight)
    case 'rangeTarget':
      return rangeFormula(scoring, cell, weight)
    case 'unitPrice':
      return unitPriceFormula(scoring, cell, weight)
  }
}

const isPrinted = (points: string): boolean => printedPlaces(points) <= 2

/** Whether every award of a rule has two places at most as it stands. */
function isEven(scoring: ComputedScoring, weight: string): boolean {
  if (scoring.kind === 'bandTable' || scoring.kind === 'symmetricBand') return scoring.ruleMost === weight && scoring.bands.every(({ points }) => isPrinted(points))
  return isPrinted(weight) && ((scoring.kind === 'equalTarget' && Number(scoring.target) === 0) || (scoring.kind === 'rangeTarget' && scoring.outside === 'zero') || (scoring.kind === 'unitPrice' && scoring.over === 'zero'))
}

/** Points of a computed scoring over the value in `cell`, as printed. */
export function pointsFormula(scoring: ComputedScoring, cell: string, weight: string): string {
  const exact = exactPointsFormula(scoring, cell, weight)
  return isEven(scoring, weight) ? exact : toPoints(exact)
}
