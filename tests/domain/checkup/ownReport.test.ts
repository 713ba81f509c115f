import { describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { measures } from '../../../src/catalog/measures/measures'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import { againstEvaluation, type OwnComparison } from '../../../src/domain/checkup/againstEvaluation'
import { checkText } from '../../../src/domain/checkup/checkText'
import { figuresOf } from '../../../src/domain/figures/figuresOf'
import { readReport } from '../../../src/exchange/reportText/readReport'
import { exportedReport } from '../../support/editedReport'
import { numbersFrom } from '../../support/mutations'

const figures = figuresOf(foundingCase, catalog.measures)
const compared = (text: string): OwnComparison => againstEvaluation(text, checkText(text).quantities, figures, measures, foundingCase.year)

/** Our own report as anybody would hand it in: exported as Word and read back as a foreign file. */
async function ownText(): Promise<string> {
  const reading = await readReport(await exportedReport(foundingCase), '自评报告.docx')
  return reading.ok ? reading.report.text : ''
}

describe('our own report against the evaluation it was written from', () => {
  it('has figures that name items, and no difference', async () => {
    const { matched, differences } = compared(await ownText())
    expect(matched).toBeGreaterThan(5)
    expect(differences).toEqual([])
  }, 60_000)

  it('has every one of ten changed figures listed, each with its place', async () => {
    const text = await ownText()
    const matched = checkText(text).quantities.filter(({ start, end }) => compared(text.slice(0, start) + text.slice(start, end).replace(/\d+(?:\.\d+)?/, '9173.25') + text.slice(end)).differences.length > 0)
    expect(matched.length).toBeGreaterThan(9)
    for (const seed of [1, 2, 3]) {
      const random = numbersFrom(seed)
      const chosen = [...matched]
      while (chosen.length > 10) chosen.splice(random(chosen.length), 1)
      // One digit of each becomes another, as a slip of the pen would have it; no figure changes its length.
      const other = chosen.reduce((words, { start, end }) => {
        const digits = [...words.slice(start, end).matchAll(/\d/g)].map(({ index }) => start + index)
        const at = digits[random(digits.length)]!
        return words.slice(0, at) + String((Number(words[at]) + 1 + random(9)) % 10) + words.slice(at + 1)
      }, text)
      expect(compared(other).differences.map(({ start }) => start)).toEqual(chosen.map(({ start }) => start))
    }
  }, 60_000)
})
