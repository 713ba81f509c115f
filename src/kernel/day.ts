/** Days in each month of a common year. */
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** The last day of a month (1–12). */
export const lastDayOf = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : MONTHS[month - 1] ?? 0)

/** Days before a year since the year 0, by the calendar in use today. */
const daysBefore = (year: number): number => year * 365 + Math.floor((year + 3) / 4) - Math.floor((year + 99) / 100) + Math.floor((year + 399) / 400)

/** The number of a day (`2025-12-31`), so that two can be subtracted; null where it is no day of the calendar. No time zone has a part in it. */
export function dayNumber(day: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) return null
  const [year, month, of] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || of < 1 || of > lastDayOf(year, month)) return null
  let days = daysBefore(year) + of
  for (let before = 1; before < month; before++) days += lastDayOf(year, before)
  return days
}

/** Days from one day to another; negative where the second comes first, null where one is no day. */
export function daysBetween(from: string, to: string): number | null {
  const [first, second] = [dayNumber(from), dayNumber(to)]
  return first === null || second === null ? null : second - first
}
