import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { catalog } from '../../src/catalog/catalog'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { assess } from '../../src/domain/indicators/assess'
import { compose, reportContext } from '../../src/domain/report/compose'
import { outlineOf } from '../../src/domain/report/outlineOf'
import { readBack, type ReportReadBack } from '../../src/domain/report/readBack'
import { readReportBack } from '../../src/exchange/word/readReportBack'
import { officialProfile } from '../../src/exchange/word/typographyProfile'
import { writeReport } from '../../src/exchange/word/writeReport'

/** The report of an evaluation as a .docx. */
export const exportedReport = (evaluation: Evaluation): Promise<Uint8Array> =>
  writeReport(compose(outlineOf(catalog, evaluation), evaluation, assess(evaluation.framework, evaluation)), officialProfile)

/** A file read back and held against the evaluation. Throws where it cannot be read. */
export async function readBackOf(evaluation: Evaluation, bytes: Uint8Array): Promise<ReportReadBack> {
  const outline = outlineOf(catalog, evaluation)
  const read = await readReportBack(bytes, '报告.docx', outline.sections.map(({ id }) => id))
  if (!read.ok) throw new Error(read.message)
  return readBack(outline, reportContext(outline, evaluation, assess(evaluation.framework, evaluation)), read.document)
}

/** An edited file and what was changed in it: what each bound figure or table cell said, and says now. */
export interface Edited {
  readonly bytes: Uint8Array
  readonly changes: readonly { readonly before: string; readonly after: string }[]
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;')

/** Changes k numbers of bound figures in the .docx's own XML, each by its digits only, as a person would. */
export function editedReport(evaluation: Evaluation, bytes: Uint8Array, k: number, random: () => number): Edited {
  const document = compose(outlineOf(catalog, evaluation), evaluation, assess(evaluation.framework, evaluation))
  const parts = unzipSync(bytes)
  let xml = strFromU8(parts['word/document.xml']!)
  const places = document.blocks.flatMap((block, b) => (block.kind === 'paragraph' ? block.runs.flatMap((run, r) => (run.kind === 'figure' && /\d/.test(run.text) && run.text.length < 60 ? [{ b, r }] : [])) : []))
  const chosen = new Map<number, Set<number>>()
  const total = Math.min(k, places.length)
  for (let count = 0; count < total;) {
    const { b, r } = places[random() % places.length]!
    const inBlock = chosen.get(b) ?? new Set()
    if (inBlock.has(r)) { places.splice(places.findIndex((one) => one.b === b && one.r === r), 1); continue }
    chosen.set(b, inBlock.add(r))
    count += 1
  }
  const changes: { before: string; after: string }[] = []
  for (const [b, runs] of chosen) {
    const block = document.blocks[b]!
    if (block.kind !== 'paragraph') continue
    const old = block.runs.map(({ text }) => text).join('')
    const now = block.runs.map((run, r) => {
      if (!runs.has(r)) return run.text
      const after = run.text.replace(/\d+(\.\d+)?/, (number) => {
        const other = String(Number(number.replace('.', '')) + 1 + (random() % 97))
        const places_ = number.includes('.') ? number.length - number.indexOf('.') - 1 : 0
        return places_ === 0 ? other : `${other.padStart(places_ + 1, '0').slice(0, -places_)}.${other.padStart(places_ + 1, '0').slice(-places_)}`
      })
      changes.push({ before: run.text, after })
      return after
    }).join('')
    const [from, to] = [escapeXml(old), escapeXml(now)]
    if (!xml.includes(`>${from}<`)) throw new Error(`not found in the file: ${old}`)
    xml = xml.replace(`>${from}<`, () => `>${to}<`)
  }
  return { bytes: zipSync({ ...parts, 'word/document.xml': strToU8(xml) }), changes }
}
