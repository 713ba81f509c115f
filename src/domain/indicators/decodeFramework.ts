import { decimalText, keyOf, list, name, object, optional, where, words, type Decoder } from '../../kernel/decode'
import { dependencyOrder } from '../../kernel/order'
import { expressionDecoder } from '../expression/decodeExpression'
import { measureDecoder, verificationDecoder } from '../measures/decodeMeasure'
import type { ValueStyle } from '../scoring/award'
import { scoringDecoder } from '../scoring/decodeScoring'
import type { Framework, GradeBand, Indicator, IndicatorTexts } from './framework'
import { ROUNDING_CHOICES, type RoundingPoint } from './roundingPoint'

const textsDecoder: Decoder<IndicatorTexts> = object<IndicatorTexts>({
  definition: optional(words()), points: optional(words()), rule: words(), standard: optional(words()), dataSource: optional(words()), evidence: optional(words()),
})

const indicatorDecoder: Decoder<Indicator> = object<Indicator>({
  id: name(), dimension: words(500), group: words(500), title: words(500), weight: decimalText,
  formula: optional(expressionDecoder), valueStyle: optional(keyOf<ValueStyle>({ percent: true, number: true })), scoring: scoringDecoder,
  texts: textsDecoder, basis: words(), verification: verificationDecoder, quirk: optional(words()),
  readings: optional(list(object<NonNullable<Indicator['readings']>[number]>({ label: words(500), scoring: scoringDecoder, rule: optional(words()) }), 20)),
})

/** No total may be a part of itself, through however many steps: figures would never be done. */
function areOrdered(measures: Framework['measures']): boolean {
  const parts = new Map(measures.map((measure) => [measure.id, measure.parts ?? []]))
  return dependencyOrder([...parts.keys()], (id) => parts.get(id) ?? []).ok
}

/** 指标体系 from outside. Whether it is sound (weights add up, items exist) is asked elsewhere: official ones are not always. */
export const frameworkDecoder: Decoder<Framework> = object<Framework>({
  id: name(), version: name(), title: words(500), basis: words(), region: words(500), years: words(500),
  verification: verificationDecoder, verificationNote: words(), total: decimalText,
  rounding: optional(object<RoundingPoint>({ ratesFrom: keyOf(ROUNDING_CHOICES.ratesFrom), rateRounding: keyOf(ROUNDING_CHOICES.rateRounding) })),
  grades: optional(list(object<GradeBand>({ label: name(), from: decimalText }), 50)),
  draft: optional(words()), indicators: list(indicatorDecoder, 1000), measures: where(list(measureDecoder, 5000), areOrdered, '没有循环合计的指标项'),
})
