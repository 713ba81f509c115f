import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readReport } from '../../src/exchange/reportText/readReport'
import { ownCases, scoreText, sharedCases, totals, type CaseText, type Scored, type Truth } from '../support/checkupScore'

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((part / whole) * 1000) / 10}%`)

function print(title: string, scored: readonly Scored[]): void {
  const rows = [...totals(scored)].sort(([a], [b]) => a.localeCompare(b)).map(([kind, { holds, recognised, wrong, found, falseAlarms }]) => ({
    kind, holds, recognised: share(recognised, holds), wrong, found: share(found, wrong), 'false': falseAlarms, precision: share(found, found + falseAlarms),
  }))
  const [figures, checked] = [scored.reduce((n, one) => n + one.figures, 0), scored.reduce((n, one) => n + one.checked, 0)]
  console.log(`\n${title}: ${scored.length} texts; ${checked} of ${figures} figures checked (${share(checked, figures)})`)
  console.table(rows)
  for (const { id, misses, alarms } of scored) for (const line of [...misses, ...alarms.map((alarm) => `FALSE ALARM ${alarm}`)]) console.log(`  ${id} ${line}`)
}

/** The shared texts that are here: PDFs, the founding report, and page texts kept in `HENGJI_TEXTS` as <id>.txt. */
async function shared(directory: string): Promise<readonly CaseText[]> {
  const { cases } = JSON.parse(readFileSync(join(directory, 'relations.json'), 'utf8')) as { cases: readonly { id: string; url: string; complete?: boolean; relations: readonly Truth[] }[] }
  const read = await Promise.all(cases.map(async ({ id, url, complete = false, relations }): Promise<CaseText | null> => {
    const kept = join(process.env['HENGJI_TEXTS'] ?? 'nowhere', `${id}.txt`)
    const file = [kept, join(directory, url)].find((path) => !url.startsWith('http') || path === kept ? existsSync(path) : false)
    if (!file) return null
    if (!file.endsWith('.pdf')) return { id, complete, relations, text: readFileSync(file, 'utf8') }
    const reading = await readReport(new Uint8Array(readFileSync(file)), file)
    return reading.ok ? { id, complete, relations, text: reading.report.text } : null
  }))
  return read.filter((one) => one !== null)
}

it('prints what the check-up finds in our own case reports', () => {
  print('own case reports', ownCases().map(scoreText))
  expect(ownCases().length).toBeGreaterThan(11)
})

it('prints what it finds in the shared real cases that are here', async () => {
  const directory = sharedCases()
  const cases = directory ? await shared(directory) : []
  expect(cases.every(({ text }) => text !== '')).toBe(true)
  if (cases.length > 0) print('shared cases', cases.map(scoreText))
  else console.log('\nNo shared cases here: only our own were scored.')
}, 120_000)
