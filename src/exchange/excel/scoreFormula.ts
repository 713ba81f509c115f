import type { BandTable } from '../../domain/scoring/bandTable'
import type { LinearDeduction } from '../../domain/scoring/linearDeduction'
import type { RatioOfWeight } from '../../domain/scoring/ratioOfWeight'
import type { ComputedScoring } from '../../domain/scoring/scoring'

const atLeastZero = (value: string): string => `MAX(0,${value})`

/** Points of 线性扣分 over the value in `cell`. */
function linearFormula(scoring: LinearDeduction, cell: string, weight: string): string {
  const beyond = scoring.side === 'above' ? `MAX(0,${cell}-${scoring.standard})`
    : scoring.side === 'below' ? `MAX(0,${scoring.standard}-${cell})` : `ABS(${cell}-${scoring.standard})`
  const steps = `ROUND(${beyond}/${scoring.per},10)`
  const taken = scoring.stepMode === 'floor' ? `INT(${steps})` : scoring.stepMode === 'ceiling' ? `ROUNDUP(${steps},0)` : steps
  return `ROUND(${atLeastZero(`${weight}-${taken}*${scoring.deduct}`)},2)`
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
  return scoring.ruleMost === weight ? nested : `ROUND(${nested}*${weight}/${scoring.ruleMost},2)`
}

/** Points of 按比例得分 over the value in `cell`. */
function ratioFormula(scoring: RatioOfWeight, cell: string, weight: string): string {
  const shares = { positive: `MIN(1,MAX(0,${cell}))`, reverse: `IF(${cell}<=1,1,1/${cell})`, reverseLinear: `IF(${cell}<=1,1,MAX(0,2-${cell}))` }
  const share = shares[scoring.direction]
  const counted = scoring.gate === undefined ? share : `IF(ROUND(${share},10)<${scoring.gate},0,(${share}-${scoring.gate})/(1-${scoring.gate}))`
  return `ROUND(ROUND(${counted}*${weight},10),2)`
}

/** Points of a computed scoring over the value in `cell`. */
export function pointsFormula(scoring: ComputedScoring, cell: string, weight: string): string {
  switch (scoring.kind) {
    case 'linearDeduction':
      return linearFormula(scoring, cell, weight)
    case 'bandTable':
      return bandFormula(scoring, cell, weight)
    case 'ratioOfWeight':
      return ratioFormula(scoring, cell, weight)
  }
}
