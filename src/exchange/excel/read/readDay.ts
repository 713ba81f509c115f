const LAST_DAY = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const lastDay = (year: number, month: number): number => (month === 2 && (year % 4 === 0 && year % 100 !== 0 || year % 400 === 0) ? 29 : LAST_DAY[month - 1] ?? 0)

/** 2025年3月1日, 2025/3/1, 2025.3.1, 20250301 as an ISO day, by calendar arithmetic of our own; null where it is no whole day. */
export function readDay(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\d{1,2}:\d{2}.*)?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])]
  if (!match || year < 1900 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return null
  return `${match[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
