import { chosenBy, decode, keyOf, list, literal, name, nullable, object, problemText, variant, where, wholeNumber, words, type Decoder } from '../../../kernel/decode'
import { err, ok, type Result } from '../../../kernel/result'
import { BASES, FUNDS } from '../../../domain/measures/basis'
import type { MappedLabel, Meaning, SheetMapping } from './mapping'
import type { MoneyPower } from './moneyUnit'
import { SCORE_COLUMNS } from './scoreHeads'

type Of<K extends Meaning['kind']> = Extract<Meaning, { readonly kind: K }>

const meaningDecoder: Decoder<Meaning> = variant<Meaning, 'kind'>('kind', {
  measure: object<Of<'measure'>>({ kind: literal('measure'), measure: name() }),
  row: object<Of<'row'>>({ kind: literal('row'), form: name(), row: name() }),
  basis: object<Of<'basis'>>({ kind: literal('basis'), basis: keyOf(BASES), fund: nullable(keyOf(FUNDS)) }),
  item: object<Of<'item'>>({ kind: literal('item'), item: name() }),
  column: object<Of<'column'>>({ kind: literal('column'), table: name(), column: name() }),
  indicator: object<Of<'indicator'>>({ kind: literal('indicator'), indicator: name() }),
  score: object<Of<'score'>>({ kind: literal('score'), column: keyOf(SCORE_COLUMNS) }),
  nothing: object<Of<'nothing'>>({ kind: literal('nothing') }),
})

const power: Decoder<MoneyPower> = chosenBy<MoneyPower>((value) => literal(value === 0 || value === 3 || value === 8 ? value : 4))

/** 对应关系 from outside. */
export const mappingDecoder: Decoder<SheetMapping> = object<SheetMapping>({
  format: literal(1), fingerprint: where(name(), (text) => /^[0-9a-f]{20}$/.test(text), '20 位指纹'), sheet: name(), unit: nullable(power), fund: keyOf(FUNDS),
  labels: list(object<MappedLabel>({
    place: keyOf<MappedLabel['place']>({ row: true, column: true, field: true, indicator: true, score: true }), region: wholeNumber(0, 1000), label: words(500), nth: wholeNumber(1, 20_000),
    meaning: meaningDecoder, confidence: keyOf<MappedLabel['confidence']>({ sure: true, likely: true, unsure: true }),
  }), 20_000),
})

/** What the small file is called inside. */
const KIND = 'hengji.mapping'

interface MappingFile {
  readonly kind: typeof KIND
  readonly mappings: readonly SheetMapping[]
}

const fileDecoder = object<MappingFile>({ kind: literal(KIND), mappings: list(mappingDecoder, 200) })

/** Mappings as the text of a small file, to be handed to other units. Holds labels and no figures. */
export const mappingsText = (mappings: readonly SheetMapping[]): string => JSON.stringify({ kind: KIND, mappings } satisfies MappingFile, null, 1)

/** Mappings from such a text. Error: a plain sentence. */
export function readMappings(text: string): Result<readonly SheetMapping[], string> {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return err('这不是对应关系文件（不是 JSON）。请选择由“导出对应关系”得到的文件。')
  }
  const decoded = decode(fileDecoder, value)
  return decoded.ok ? ok(decoded.value.mappings) : err(`这不是完好的对应关系文件（${problemText(decoded.error[0]!)}）。`)
}

/** Mappings this browser kept; what cannot be read any more is left out. */
export const keptMappings = (value: unknown): readonly SheetMapping[] => (Array.isArray(value) ? value : []).flatMap((one: unknown) => {
  const decoded = decode(mappingDecoder, one)
  return decoded.ok ? [decoded.value] : []
})
