/** What takes the width of two digits: Chinese characters, their punctuation, full-width forms. */
const WIDE = /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u

/** Width of a text in digits, as sheets measure their columns. */
export const printedWidth = (text: string): number => [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0)

/** Lines a text takes in a column of that width; at least one. */
export const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(printedWidth(part) / Math.max(2, width - 1))), 0)

/** Height in points of a row whose highest cell has so many lines of 10.5 points. */
export const heightOf = (lines: number): number => Math.max(21, 15 * lines + 6)

/** Parts put side by side, broken between two of them where a line would grow wider than the sheet. */
export function brokenLines(parts: readonly string[], gap: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const part of parts) {
    const longer = `${lines.at(-1) ?? ''}${gap}${part}`
    if (lines.length > 0 && printedWidth(longer) <= width - 1) lines[lines.length - 1] = longer
    else lines.push(part)
  }
  return lines
}
