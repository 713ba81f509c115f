import { keyOf, list, literal, name, nullable, object, recursive, variant, wholeNumber, words, type Decoder } from '../../kernel/decode'
import { frameworkDecoder } from '../indicators/decodeFramework'
import { paragraphDecoder } from '../report/decodeParagraph'
import { answerDecoder } from './decodeAnswer'
import { rowDecoder, rowKindDecoder, settingsDecoder, yearDecoder } from './decodeEvaluation'
import { judgementDecoder } from './decodeJudgement'
import { ownSectionsDecoder } from './decodeOwnSection'
import type { Edit } from './edit'
import { SCORE_AUTHORS } from './judgement'

type Of<K extends Edit['kind']> = Extract<Edit, { kind: K }>

const index = wholeNumber(0, 1_000_000)
const beforeAndAfter = <T>(of: Decoder<T>) => ({ before: of, after: of })
const paragraphs = list(paragraphDecoder, 5000)

/** 一次修改 from outside: from a backup's history or the journal. */
export const editDecoder: Decoder<Edit> = variant<Edit, 'kind'>('kind', {
  answer: object<Of<'answer'>>({ kind: literal('answer'), item: name(), ...beforeAndAfter(nullable(answerDecoder)) }),
  cell: object<Of<'cell'>>({ kind: literal('cell'), table: name(), row: name(), column: name(), ...beforeAndAfter(nullable(answerDecoder)) }),
  rowKind: object<Of<'rowKind'>>({ kind: literal('rowKind'), table: name(), row: name(), ...beforeAndAfter(rowKindDecoder) }),
  rowAdded: object<Of<'rowAdded'>>({ kind: literal('rowAdded'), table: name(), index, row: rowDecoder }),
  rowRemoved: object<Of<'rowRemoved'>>({ kind: literal('rowRemoved'), table: name(), index, row: rowDecoder }),
  rowMoved: object<Of<'rowMoved'>>({ kind: literal('rowMoved'), table: name(), row: name(), from: index, to: index }),
  rowsOrdered: object<Of<'rowsOrdered'>>({ kind: literal('rowsOrdered'), table: name(), ...beforeAndAfter(list(name(), 1_000_000)) }),
  judgement: object<Of<'judgement'>>({ kind: literal('judgement'), indicator: name(), author: keyOf(SCORE_AUTHORS), ...beforeAndAfter(nullable(judgementDecoder)) }),
  narrative: object<Of<'narrative'>>({ kind: literal('narrative'), section: name(), ...beforeAndAfter(nullable(paragraphs)) }),
  explanation: object<Of<'explanation'>>({ kind: literal('explanation'), check: name(), ...beforeAndAfter(nullable(words())) }),
  settings: object<Of<'settings'>>({ kind: literal('settings'), ...beforeAndAfter(settingsDecoder) }),
  framework: object<Of<'framework'>>({ kind: literal('framework'), ...beforeAndAfter(frameworkDecoder) }),
  sections: object<Of<'sections'>>({ kind: literal('sections'), ...beforeAndAfter(nullable(ownSectionsDecoder)) }),
  outline: object<Of<'outline'>>({ kind: literal('outline'), ...beforeAndAfter(name()) }),
  year: object<Of<'year'>>({ kind: literal('year'), ...beforeAndAfter(yearDecoder) }),
  together: object<Of<'together'>>({ kind: literal('together'), edits: list(recursive(() => editDecoder), 50_000) }),
})
