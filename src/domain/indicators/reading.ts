import { same } from '../../kernel/same'
import type { Indicator } from './framework'

/** Which of the readings of a contradictory text is in force; −1 where the rule is none of them. */
export const readingInForce = ({ readings = [], scoring }: Indicator): number => readings.findIndex((one) => same(one.scoring, scoring))

/** The indicator scored by one of its readings, its 评分细则 in that reading's words; unchanged where there is no such reading. */
export function withReading(indicator: Indicator, at: number): Indicator {
  const reading = indicator.readings?.[at]
  if (!reading) return indicator
  return { ...indicator, scoring: reading.scoring, texts: reading.rule === undefined ? indicator.texts : { ...indicator.texts, rule: reading.rule } }
}
