const DIGITS = '〇一二三四五六七八九'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const ROMAN: readonly (readonly [number, string])[] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']]

function chinese(value: number): string {
  if (value > 99) return Array.from(String(value), (digit) => DIGITS[Number(digit)]).join('')
  const tens = Math.floor(value / 10)
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`}${value % 10 === 0 && tens > 0 ? '' : DIGITS[value % 10]}`
}

function roman(value: number): string {
  let rest = value
  let text = ''
  for (const [size, letters] of ROMAN) for (; rest >= size; rest -= size) text += letters
  return text
}

const letter = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
const circled = (value: number): string => (value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value))

/** A list number as Word prints it in the given format (`w:numFmt`); formats not met in our reports come as digits. */
export function listNumber(value: number, format: string): string {
  if (value < 1 || value > 9999) return String(value)
  if (/^(chinese|ideographDigital|taiwanese|japanese(Counting|Legal)|koreanCounting)/.test(format)) return chinese(value)
  switch (format) {
    case 'lowerLetter': return letter(value)
    case 'upperLetter': return letter(value).toUpperCase()
    case 'lowerRoman': return roman(value)
    case 'upperRoman': return roman(value).toUpperCase()
    case 'ideographTraditional': return STEMS[(value - 1) % 10]!
    case 'decimalZero': return String(value).padStart(2, '0')
    case 'decimalEnclosedCircle': case 'decimalEnclosedCircleChinese': return circled(value)
    case 'none': return ''
    default: return String(value)
  }
}
