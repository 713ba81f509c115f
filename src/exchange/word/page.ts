import { AlignmentType, Footer, PageNumber, Paragraph, SectionType, TextRun, type ISectionOptions } from 'docx'
import { font, halfPoints, millimetres, twips } from './text'
import type { TypographyProfile } from './typographyProfile'

/** Page number between two dashes, one character in from the outer edge. */
function pageNumber(profile: TypographyProfile, place: 'left' | 'right' | 'centre'): Footer {
  const style = { font: font(profile.pageNumber.face), size: halfPoints(profile.pageNumber.size) }
  return new Footer({
    children: [new Paragraph({
      alignment: { right: AlignmentType.RIGHT, left: AlignmentType.LEFT, centre: AlignmentType.CENTER }[place],
      ...(place === 'centre' ? {} : { indent: { [place]: twips(profile.pageNumber.size) } }),
      children: [new TextRun({ ...style, text: '— ' }), new TextRun({ ...style, children: [PageNumber.CURRENT] }), new TextRun({ ...style, text: ' —' })],
    })],
  })
}

/** A4 with the profile's margins and line grid. */
export function pageProperties({ page, linePitch }: TypographyProfile): NonNullable<ISectionOptions['properties']> {
  return {
    page: {
      size: { width: millimetres(page.width), height: millimetres(page.height) },
      margin: {
        top: millimetres(page.top), bottom: millimetres(page.bottom),
        left: millimetres(page.left), right: millimetres(page.right),
        // The dashes stand 7 mm under the text area: in the middle of a line of 14 pt, about 6.5 mm high.
        footer: millimetres(page.bottom - 7 - 3.25),
      },
    },
    grid: { type: 'lines', linePitch: Math.round(twips(linePitch)) },
  }
}

/** The same pages, numbered from 1: odd ones at the right, even ones at the left, or all in the middle. */
export function numberedPages(profile: TypographyProfile, afterFront: boolean): Pick<ISectionOptions, 'properties' | 'footers'> {
  const properties = pageProperties(profile)
  return {
    // Printed on both sides, the text begins on a front.
    properties: { ...properties, ...(afterFront && profile.pageNumber.place !== 'centre' ? { type: SectionType.ODD_PAGE } : {}), page: { ...properties.page, pageNumbers: { start: 1 } } },
    footers: profile.pageNumber.place === 'centre'
      ? { default: pageNumber(profile, 'centre'), even: pageNumber(profile, 'centre') }
      : { default: pageNumber(profile, 'right'), even: pageNumber(profile, 'left') },
  }
}
