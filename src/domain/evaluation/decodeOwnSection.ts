import { chosenBy, list, literal, name, object, optional, where, words, yesOrNo, type Decoder } from '../../kernel/decode'
import type { OwnSection } from './ownSection'

const LEVELS = { 1: literal(1), 2: literal(2), 3: literal(3), 4: literal(4) } as const
const levelDecoder: Decoder<OwnSection['level']> = chosenBy<OwnSection['level']>((value) => (value === 2 || value === 3 || value === 4 ? LEVELS[value] : LEVELS[1]))

const sectionDecoder: Decoder<OwnSection> = object<OwnSection>({
  id: name(100), level: levelDecoder, heading: name(200), required: yesOrNo, whenEmpty: optional(words(200)), drafts: optional(list(name(100), 50)), inserts: optional(list(name(100), 10)),
})

/** 自定提纲 from outside: at least one section, no id twice. */
export const ownSectionsDecoder: Decoder<readonly OwnSection[]> = where(
  list(sectionDecoder, 300), (sections) => sections.length > 0 && new Set(sections.map(({ id }) => id)).size === sections.length, '至少一节、标识不重复的提纲',
)
