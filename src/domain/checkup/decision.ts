import { dictionary, keyOf, object, wholeNumber, words, type Decoder } from '../../kernel/decode'

/** 处理意见 on a finding: taken over (采纳), or set aside with a reason (忽略). */
export interface Decision {
  readonly choice: 'accepted' | 'ignored'
  /** Why it was set aside; '' where it was taken over. */
  readonly reason: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What each choice is called. */
export const CHOICES: { readonly [C in Decision['choice']]: string } = { accepted: '已采纳', ignored: '已忽略' }

/** Decisions by file name, then by the finding's key. */
export type Decisions = { readonly [file: string]: { readonly [finding: string]: Decision } }

/** Decisions from this browser's own store: foreign until decoded. */
export const decisionsDecoder: Decoder<Decisions> = dictionary(dictionary(object<Decision>({
  choice: keyOf(CHOICES), reason: words(500), at: wholeNumber(0, Number.MAX_SAFE_INTEGER),
})))
