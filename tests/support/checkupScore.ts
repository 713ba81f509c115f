import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkText } from '../../src/domain/checkup/checkText'
import type { Checkup, Relation } from '../../src/domain/checkup/checkup'

/** A relation of the hand-made truth: gold tables name their numbers by role. */
export interface Truth {
  readonly kind: string
  readonly verdict: 'HOLDS' | 'ROUNDING' | 'TAIL' | 'CONTRADICTED' | 'MUST-NOT-FLAG'
  readonly expect: string
  readonly [field: string]: unknown
}

/** A text with its truth. `complete`: every relation is recorded, so any other contradiction is a false alarm. */
export interface CaseText {
  readonly id: string
  readonly text: string
  readonly complete: boolean
  readonly relations: readonly Truth[]
}

const plain = (value: string): string => {
  const digits = value.replace(/[^\d.]/g, '')
  const [head = '0', tail = ''] = digits.split('.')
  const fraction = tail.replace(/0+$/, '')
  return `${head.replace(/^0+(?=\d)/, '')}${fraction === '' ? '' : `.${fraction}`}`
}
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : typeof value === 'string' || typeof value === 'number' ? [String(value)] : [])

/** The numbers a found relation must speak of to be the one recorded. Zero parts and wholes that only follow from others may be left out. */
function keysOf(truth: Truth): readonly string[] {
  const of = (...fields: readonly string[]): readonly string[] => fields.flatMap((field) => list(truth[field]))
  switch (truth.kind) {
    case 'sum': return of('total', 'parts').filter((value) => plain(value) !== '0')
    case 'pct-sum': return of('parts')
    case 'share': return of('stated', 'part')
    case 'completion': return of('stated', ...(truth['part'] === undefined ? ['actual'] : ['part']))
    case 'growth': return of('stated', 'current')
    case 'difference': return of('stated', 'a', 'b')
    case 'same-value': return of('a', 'b')
    case 'product': return of('a', 'b', 'stated')
    case 'count': return of('stated')
    case 'bound': return of('stated', 'bound')
    default: return of('numbers', 'stated')
  }
}

const numbersOf = (relation: Relation): readonly string[] => [relation.stated, ...relation.operands].map(({ value }) => plain(value))
const KINDS: { readonly [kind: string]: readonly Relation['kind'][] } = {
  sum: ['sum', 'partOf'], share: ['share'], growth: ['change'], completion: ['completion'], difference: ['difference', 'change'], 'same-value': ['same', 'sum', 'partOf'], product: ['product'], count: ['count'], bound: ['bound'], 'pct-sum': ['sum', 'share'], direction: ['change', 'difference'],
}

/** Whether a found relation is the recorded one. A base that follows from change and amount may stand for either. */
export function isAbout(relation: Relation, truth: Truth): boolean {
  const kinds = KINDS[truth.kind]
  if (kinds && !kinds.includes(relation.kind)) return false
  const have = numbersOf(relation)
  const need = keysOf(truth).map(plain)
  return need.length > 0 && need.every((value) => have.includes(value))
}

/** How one kind of relation came out. */
export interface Tally {
  holds: number
  recognised: number
  wrong: number
  found: number
  falseAlarms: number
}

/** The outcome of one text. */
export interface Scored {
  readonly id: string
  readonly byKind: ReadonlyMap<string, Tally>
  readonly figures: number
  readonly checked: number
  /** In words: what was missed, and what was told without need. */
  readonly misses: readonly string[]
  readonly alarms: readonly string[]
}

const emptyTally = (): Tally => ({ holds: 0, recognised: 0, wrong: 0, found: 0, falseAlarms: 0 })
const inWords = (truth: Truth): string => `${truth.kind} ${keysOf(truth).join(' ')}${typeof truth['name'] === 'string' ? ` (${truth['name']})` : ''}`

const faultFound = (checkup: Checkup, text: string, truth: Truth): boolean => (checkup.faults ?? []).some(({ kind, places }) => kind === truth['fault'] && places.some(({ start, end }) => text.slice(start, end).includes(String(truth['quote'])) || String(truth['quote']).includes(text.slice(start, end))))

/** Holds what the check-up says of a text against the truth. */
export function scoreText({ id, text, complete, relations: truths }: CaseText): Scored {
  const checkup = checkText(text)
  const byKind = new Map<string, Tally>()
  const tally = (kind: string): Tally => {
    const own = byKind.get(kind) ?? emptyTally()
    byKind.set(kind, own)
    return own
  }
  const misses: string[] = []
  const flagged = checkup.relations.filter(({ verdict }) => verdict === 'contradicted')
  const allowed = new Set<Relation>()
  for (const truth of truths) {
    if (truth.expect === 'ignore' || truth.kind === 'disclosure' || truth.kind === 'period') continue
    const own = tally(truth.kind)
    const about = checkup.relations.filter((relation) => isAbout(relation, truth))
    if (truth.verdict === 'CONTRADICTED') {
      const hits = about.filter(({ verdict }) => verdict === 'contradicted')
      for (const hit of hits) allowed.add(hit)
      const found = truth.kind === 'fault' ? faultFound(checkup, text, truth) : hits.length > 0
      if (truth.expect === 'flag-soft' && !found && truth.kind !== 'fault') continue
      own.wrong += 1
      if (found) own.found += 1
      else misses.push(`wrong, not told: ${inWords(truth)}${typeof truth['quote'] === 'string' ? truth['quote'] : ''}`)
    } else if (truth.kind !== 'trap') {
      own.holds += 1
      if (about.some(({ verdict }) => verdict !== 'contradicted')) own.recognised += 1
      else misses.push(`holds, not seen: ${inWords(truth)}`)
    }
  }
  const alarms: string[] = []
  const quiet = truths.filter(({ expect }) => expect === 'no-flag' || expect === 'hint-at-most')
  for (const relation of flagged) {
    if (allowed.has(relation) || relation.severity === 'hint') continue
    const numbers = numbersOf(relation)
    const wrong = truths.some((truth) => truth.verdict === 'CONTRADICTED' && keysOf(truth).map(plain).filter((value) => numbers.includes(value)).length >= Math.min(2, keysOf(truth).length))
    const said = quiet.find((truth) => isAbout(relation, truth) || (truth.kind === 'trap' && list(truth['numbers']).map(plain).filter((value) => numbers.includes(value)).length >= 2))
    if (wrong || !(complete || said)) continue
    tally(said?.kind ?? relation.kind).falseAlarms += 1
    alarms.push(`${relation.kind}: ${relation.explanation}`)
  }
  const touched = new Set(checkup.relations.flatMap(({ stated, operands }) => [stated, ...operands].map(({ start }) => start)))
  return { id, byKind, figures: checkup.quantities.length, checked: checkup.quantities.filter(({ start }) => touched.has(start)).length, misses, alarms }
}

const OWN = 'tests/cases/checkup/reports'

/** Our own case reports: every name and figure made up. */
export function ownCases(): readonly CaseText[] {
  return readdirSync(OWN).filter((name) => name.endsWith('.json')).sort().map((name) => {
    const read = JSON.parse(readFileSync(join(OWN, name), 'utf8')) as { id: string; complete: boolean; text: readonly string[]; relations: readonly Truth[] }
    return { id: read.id, complete: read.complete, relations: read.relations, text: read.text.join('\n') }
  })
}

/** Where shared real cases lie, if here at all; `HENGJI_CASES` points elsewhere. */
export const sharedCases = (): string | null => [process.env['HENGJI_CASES'], '/work/shared/cases', '../shared/cases'].find((path): path is string => path !== undefined && existsSync(join(path, 'relations.json'))) ?? null

/** All tallies together. */
export function totals(scored: readonly Scored[]): ReadonlyMap<string, Tally> {
  const all = new Map<string, Tally>()
  for (const { byKind } of scored) for (const [kind, one] of byKind) {
    const own = all.get(kind) ?? emptyTally()
    for (const key of ['holds', 'recognised', 'wrong', 'found', 'falseAlarms'] as const) own[key] += one[key]
    all.set(kind, own)
  }
  return all
}
