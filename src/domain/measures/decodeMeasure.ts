import { dictionary, keyOf, list, name, object, optional, where, words, type Decoder } from '../../kernel/decode'
import { BASES, type Basis } from './basis'
import type { Measure, MeasureKind, Verification } from './measure'

/** 核对状态 from outside. */
export const verificationDecoder: Decoder<Verification> = keyOf<Verification>({ verified: true, unverified: true })

type Listed = NonNullable<Measure['listed']>

const basisColumns: Decoder<{ readonly [B in Basis]?: string }> = where(
  dictionary(name()), (columns) => Object.keys(columns).every((key) => Object.hasOwn(BASES, key)), '以口径为名的各栏',
)

/** 指标项 from outside: frameworks and outlines carry their own. */
export const measureDecoder: Decoder<Measure> = object<Measure>({
  id: name(), name: name(), formulaName: optional(name()), kind: keyOf<MeasureKind>({ money: true, count: true, area: true, ratio: true, text: true, choice: true, date: true }), unit: words(40), definition: words(), verification: verificationDecoder,
  bases: list(keyOf(BASES)), parts: optional(list(name())), listed: optional(object<Listed>({ table: name(), columns: basisColumns })),
  included: optional(list(name())), options: optional(list(words(500))), aliases: optional(list(words(500))),
})
