import { decode, dictionary, keyOf, list, literal, name, object, optional, where, wholeNumber, words, type DecodeProblem, type Decoder } from '../../kernel/decode'
import { isDecimalText } from '../../kernel/decimalText'
import { err, type Result } from '../../kernel/result'
import { frameworkDecoder } from '../indicators/decodeFramework'
import { itemOf } from '../measures/item'
import { isNumeric, type Measure } from '../measures/measure'
import { paragraphDecoder } from '../report/decodeParagraph'
import { answerDecoder } from './decodeAnswer'
import { judgementsDecoder } from './decodeJudgement'
import { ownSectionsDecoder } from './decodeOwnSection'
import type { Evaluation, EvaluationMode, Row, RowKind, Settings } from './evaluation'

/** 行类别 from outside. */
export const rowKindDecoder: Decoder<RowKind> = keyOf<RowKind>({ single: true, merged: true, subtotal: true })

/** A table's row from outside. Its id stands inside brackets in cell ids, so it holds none. */
export const rowDecoder: Decoder<Row> = object<Row>({
  id: where(name(), (id) => !/[[\]]/.test(id), '不含方括号的行标识'), kind: rowKindDecoder, cells: dictionary(answerDecoder),
})

const rowsDecoder: Decoder<readonly Row[]> = where(
  list(rowDecoder), (rows) => new Set(rows.map((row) => row.id)).size === rows.length, '行标识不重复的各行',
)

/** 评价设置 from outside. */
export const settingsDecoder: Decoder<Settings> = object<Settings>({
  carryInIncluded: keyOf<Settings['carryInIncluded']>({ yes: true, no: true, unasked: true }),
  ratesFrom: keyOf<Settings['ratesFrom']>({ printed: true, full: true }), rateRounding: keyOf<Settings['rateRounding']>({ rounded: true, exact: true }),
  scope: keyOf<Settings['scope']>({ unit: true, department: true }), mode: keyOf<EvaluationMode>({ self: true, department: true, finance: true }),
})

/** 评价年度 from outside. */
export const yearDecoder: Decoder<number> = wholeNumber(1950, 2200)

/** 一份年度评价 from outside: its shape, not yet the digits of its figures. */
export const evaluationDecoder: Decoder<Evaluation> = object<Evaluation>({
  format: literal(1), id: name(), year: yearDecoder, sample: optional(keyOf<NonNullable<Evaluation['sample']>>({ published: true, fictional: true })), settings: settingsDecoder,
  framework: frameworkDecoder, outline: name(), sections: optional(ownSectionsDecoder), answers: dictionary(answerDecoder), tables: dictionary(rowsDecoder, 200),
  judgements: judgementsDecoder, narrative: dictionary(list(paragraphDecoder, 5000)), explanations: dictionary(words()),
})

const numberProblems = (evaluation: Evaluation, measures: readonly Measure[]): readonly DecodeProblem[] => {
  const numeric = new Map([...evaluation.framework.measures, ...measures].filter(isNumeric).map((measure) => [measure.id, measure]))
  return Object.entries(evaluation.answers).flatMap(([item, answer]) => {
    const measure = numeric.get(itemOf(item).measure)
    if (!measure || answer.kind !== 'given' || isDecimalText(answer.text)) return []
    return [{ path: `answers.${item}`, expected: `${measure.name}的数字（如 187.50）`, found: `“${answer.text}”` }]
  })
}

/**
 * An evaluation from a file or a journal, or every problem with its path. Unknown kinds and entries are refused;
 * figures of the measures given must be decimal text. Without measures only the shape is asked: a backup gives back what was typed.
 */
export function decodeEvaluation(value: unknown, measures: readonly Measure[] = []): Result<Evaluation, readonly DecodeProblem[]> {
  const read = decode(evaluationDecoder, value)
  if (!read.ok || measures.length === 0) return read
  const problems = numberProblems(read.value, measures)
  return problems.length > 0 ? err(problems) : read
}
