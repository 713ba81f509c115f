import { keyOf, list, literal, object, optional, variant, wholeNumber, words, type Decoder } from '../../kernel/decode'
import { expressionDecoder } from '../expression/decodeExpression'
import type { FigureFormat, Paragraph, Run, ScorePart } from './document'

const formatDecoder: Decoder<FigureFormat> = object<FigureFormat>({
  style: keyOf<FigureFormat['style']>({ number: true, percent: true, chinese: true }), moneyUnit: optional(keyOf<NonNullable<FigureFormat['moneyUnit']>>({ 元: true, 万元: true, 亿元: true })), places: optional(wholeNumber(0, 20)),
  unit: optional(literal(true)), grouped: optional(literal(true)),
})

/** 段落 from outside: words and bound figures. */
export const paragraphDecoder: Decoder<Paragraph> = list(variant<Run, 'kind'>('kind', {
  text: object<Extract<Run, { kind: 'text' }>>({ kind: literal('text'), text: words(100_000) }),
  figure: object<Extract<Run, { kind: 'figure' }>>({ kind: literal('figure'), figure: expressionDecoder, format: formatDecoder }),
  change: object<Extract<Run, { kind: 'change' }>>({ kind: literal('change'), from: expressionDecoder, to: expressionDecoder, than: words(40) }),
  score: object<Extract<Run, { kind: 'score' }>>({ kind: literal('score'), of: words(1000),
    part: keyOf<ScorePart>({ points: true, weight: true, rate: true, lost: true, value: true, reason: true, improvement: true }) }),
}), 5000)
