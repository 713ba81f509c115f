import { dictionary, keyOf, list, literal, name, object, optional, variant, words, type Decoder } from '../../kernel/decode'
import type { MilestoneDays } from '../scoring/deadline'
import type { ReviewCut } from '../scoring/reviewCut'
import type { Adjustment, Judgement, JudgementEntry, Judgements, Subindicator } from './judgement'

type Entry<K extends JudgementEntry['kind']> = Extract<JudgementEntry, { kind: K }>

/** Points, counts and values as a person typed them; the scoring says what is wrong with them. */
const typed = words(200)

const subindicatorDecoder: Decoder<Subindicator> = object<Subindicator>({
  id: name(), title: words(500), weight: typed, target: optional(words(2000)), actual: optional(words(2000)), points: optional(typed),
})

const entryDecoder: Decoder<JudgementEntry> = variant<JudgementEntry, 'kind'>('kind', {
  checklist: object<Entry<'checklist'>>({ kind: literal('checklist'), ticks: dictionary(keyOf<Entry<'checklist'>['ticks'][string]>({ met: true, unmet: true, notInvolved: true })) }),
  choice: object<Entry<'choice'>>({ kind: literal('choice'), label: words(500), points: optional(typed) }),
  occurrences: object<Entry<'occurrences'>>({ kind: literal('occurrences'), count: typed }),
  externalScore: object<Entry<'externalScore'>>({ kind: literal('externalScore'), score: typed }),
  points: object<Entry<'points'>>({ kind: literal('points'), points: typed }),
  date: object<Entry<'date'>>({ kind: literal('date'), day: typed }),
  dates: object<Entry<'dates'>>({ kind: literal('dates'), days: dictionary(object<MilestoneDays>({ due: optional(words(40)), done: words(40) }), 100) }),
  vetoed: object<Entry<'vetoed'>>({ kind: literal('vetoed'), reason: words() }),
  value: object<Entry<'value'>>({ kind: literal('value'), value: typed }),
  subindicators: object<Entry<'subindicators'>>({ kind: literal('subindicators'), rows: list(subindicatorDecoder, 500) }),
  notInvolved: object<Entry<'notInvolved'>>({ kind: literal('notInvolved') }),
})

/** One author's word on one indicator, from outside. */
export const judgementDecoder: Decoder<Judgement> = object<Judgement>({
  entry: optional(entryDecoder),
  adjustment: optional(object<Adjustment>({ points: typed, reason: words(), date: optional(words(40)), evidence: optional(words()) })),
  cut: optional(object<ReviewCut>({ share: typed, reason: words() })),
  reason: optional(words()), improvement: optional(words()), evidence: optional(words()),
})

/** All judgements, from outside. */
export const judgementsDecoder: Decoder<Judgements> = dictionary(object<Judgements[string]>({
  self: optional(judgementDecoder), review: optional(judgementDecoder), evaluation: optional(judgementDecoder),
}))
