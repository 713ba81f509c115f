import { keyOf, literal, name, object, optional, variant, words, type Decoder } from '../../kernel/decode'
import { FIGURE_STATES, type Answer, type Provenance } from './answer'

/** 取数来源 from outside. */
export const provenanceDecoder: Decoder<Provenance> = object<Provenance>({
  source: optional(words(2000)), takenOn: optional(words(40)), state: optional(keyOf(FIGURE_STATES)), office: optional(words(500)), note: optional(words()),
})

/** 一个答案 from outside. Blank is no answer at all, so a given text is never empty. */
export const answerDecoder: Decoder<Answer> = variant<Answer, 'kind'>('kind', {
  given: object<Extract<Answer, { kind: 'given' }>>({ kind: literal('given'), text: name(32_767), provenance: optional(provenanceDecoder) }),
  notInvolved: object<Extract<Answer, { kind: 'notInvolved' }>>({ kind: literal('notInvolved'), provenance: optional(provenanceDecoder) }),
})
