import { decode, dictionary, keyOf, list, literal, name, object, optional, problemText, wholeNumber, words, yesOrNo } from '../../../kernel/decode'
import { err, ok, type Result } from '../../../kernel/result'
import { provenanceDecoder } from '../../../domain/evaluation/decodeAnswer'
import { rowKindDecoder, settingsDecoder, yearDecoder } from '../../../domain/evaluation/decodeEvaluation'
import { ownSectionsDecoder } from '../../../domain/evaluation/decodeOwnSection'
import { judgementsDecoder } from '../../../domain/evaluation/decodeJudgement'
import { frameworkDecoder } from '../../../domain/indicators/decodeFramework'
import type { Exported, KnownRow, KnownSection, Manifest } from '../manifest'
import type { ReadSheet } from './readSheets'

const manifestDecoder = object<Manifest>({
  format: literal(1),
  id: name(),
  year: yearDecoder,
  sample: optional(keyOf<'published' | 'fictional'>({ published: true, fictional: true })),
  settings: settingsDecoder,
  framework: frameworkDecoder,
  outline: name(),
  ownSections: optional(ownSectionsDecoder),
  judgements: judgementsDecoder,
  explanations: dictionary(name(20_000)),
  provenance: dictionary(provenanceDecoder),
  notInvolved: list(name()),
  rows: dictionary(list(object<KnownRow>({ id: name(), kind: rowKindDecoder, print: optional(words(20)) }))),
  sections: list(object<KnownSection>({ id: name(), empty: yesOrNo, print: optional(words(20)) })),
  exported: optional(object<Exported>({ at: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER)), prints: dictionary(words(20)), computed: list(name()) })),
})

/** The manifest in a hidden sheet. Error: half a sentence to stand after the file's name. */
export function decodeManifest(sheet: ReadSheet): Result<Manifest, string> {
  const text = sheet.rows.map((row) => row[0]?.text ?? '').join('')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err('里隐藏的 _hengji 工作表已损坏。可以删除这张隐藏表后再导入，数字会按表头和行名读取。')
  }
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : null
  if (typeof format === 'number' && format > 1) return err('由更新版本的衡绩导出，请先更新本页再导入。')
  const decoded = decode(manifestDecoder, value)
  return decoded.ok ? ok(decoded.value) : err(`里隐藏的 _hengji 工作表读不懂（${problemText(decoded.error[0]!)}）。可以删除这张隐藏表后再导入。`)
}
