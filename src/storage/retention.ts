import type { Snapshot } from './records'

/** Versions that are always kept. */
const ALWAYS = 20
const DAYS = 30
const DAY = 86_400_000

/** The calendar day of a time where the user is. */
const dayOf = (at: number): string => new Date(at).toDateString()

/** 保留期限: of an evaluation's versions (latest first) those to forget: beyond the last 20, all but the last one of each of the past 30 days. */
export function pastTheirTime<T extends Pick<Snapshot, 'at'>>(versions: readonly T[], now: number): readonly T[] {
  const days = new Set<string>()
  return versions.filter(({ at }, i) => {
    const isLastOfDay = !days.has(dayOf(at))
    days.add(dayOf(at))
    return i >= ALWAYS && (!isLastOfDay || now - at > DAYS * DAY)
  })
}
