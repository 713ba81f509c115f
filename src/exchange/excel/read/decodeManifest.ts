import { decode, dictionary, keyOf, list, literal, name, nullable, object, optional, problemText, wholeNumber, words, yesOrNo } from '../../../kernel/decode'
import { err, ok, type Result } from '../../../kernel/result'
import { provenanceDecoder } from '../../../domain/evaluation/decodeAnswer'
import { rowKindDecoder, settingsDecoder, yearDecoder } from '../../../domain/evaluation/decodeEvaluation'
import { ownSectionsDecoder } from '../../../domain/evaluation/decodeOwnSection'
import { judgementsDecoder } from '../../../domain/evaluation/decodeJudgement'
import { frameworkDecoder } from '../../../domain/indicators/decodeFramework'
import type { Framework } from '../../../domain/indicators/framework'
import type { Exported, KnownRow, KnownSection, Manifest } from '../manifest'
import type { ReadSheet } from './readSheets'

/** The framework may be left out by us, not by a file. */
const manifestDecoder = object<Omit<Manifest, 'framework'> & { readonly framework: Manifest['framework'] | null }>({
  format: literal(1),
  id: name(),
  year: yearDecoder,
  sample: optional(keyOf<'published' | 'fictional'>({ published: true, fictional: true })),
  settings: settingsDecoder,
  framework: nullable(frameworkDecoder),
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

const MARK = '"framework":'

/** The framework read last with its text: the files of a bureau's ninety units have one framework between them. */
let last: { readonly text: string; readonly framework: Framework } | null = null

/** Remembers a framework by its text, where the text is as we write it. */
function remember(framework: Framework, text: string): void {
  const own = JSON.stringify(framework)
  if (text.startsWith(own, text.indexOf(MARK) + MARK.length)) last = { text: own, framework }
}

/** A manifest's text with the framework left out if it is the one read last; null if it is not. */
function withoutKnown(text: string): string | null {
  const at = text.indexOf(MARK) + MARK.length
  return last && at >= MARK.length && text.startsWith(last.text, at) ? `${text.slice(0, at)}null${text.slice(at + last.text.length)}` : null
}

/** The manifest in a hidden sheet. Error: half a sentence to stand after the file's name. */
export function decodeManifest(sheet: ReadSheet): Result<Manifest, string> {
  const text = sheet.rows.map((row) => row[0]?.text ?? '').join('')
  const shorter = withoutKnown(text)
  const known = shorter === null ? null : last
  let value: unknown
  try {
    value = JSON.parse(shorter ?? text)
  } catch {
    return err('里隐藏的 _hengji 工作表已损坏。可以删除这张隐藏表后再导入，数字会按表头和行名读取。')
  }
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : null
  if (typeof format === 'number' && format > 1) return err('由更新版本的衡绩导出，请先更新本页再导入。')
  const decoded = decode(manifestDecoder, value)
  const unclear = (why: string) => err(`里隐藏的 _hengji 工作表读不懂（${why}）。可以删除这张隐藏表后再导入。`)
  if (!decoded.ok) return unclear(problemText(decoded.error[0]!))
  const framework = decoded.value.framework ?? known?.framework
  if (!framework) return unclear('没有指标体系')
  if (!known) remember(framework, text)
  return ok({ ...decoded.value, framework })
}
