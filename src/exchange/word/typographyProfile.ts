import type { LayoutChoice } from '../../domain/report/layoutChoice'

/** A typeface by its name in Chinese Windows, and what stands in where it is missing. Fonts are named, never embedded. */
export interface Typeface {
  readonly eastAsia: string
  readonly ascii: string
}

/** 版式 (typography profile): how an official document looks. Lengths in millimetres, sizes in points. */
export interface TypographyProfile {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly page: { readonly width: number; readonly height: number; readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
  /** Fixed line pitch of the body. */
  readonly linePitch: number
  readonly title: { readonly face: Typeface; readonly size: number; readonly bold: boolean }
  /** Characters of the body that fill a line; without it as many as there is room for. */
  readonly charactersPerLine?: number
  /** Heading levels 1 to 4. */
  readonly headings: readonly { readonly face: Typeface; readonly size: number; readonly bold: boolean; readonly centred?: true }[]
  readonly body: { readonly face: Typeface; readonly size: number }
  readonly table: { readonly face: Typeface; readonly size: number; readonly linePitch: number }
  /** 双面 papers number at the outer edge, single-sided ones in the middle. */
  readonly pageNumber: { readonly face: Typeface; readonly size: number; readonly place?: 'outer' | 'centre' }
}

const latin = 'Times New Roman'

/** GB/T 9704-2012 党政机关公文格式 (typography.md): 22 lines a page, 3号仿宋, 2号小标宋 title. */
export const officialProfile: TypographyProfile = {
  id: 'gbt9704',
  name: 'GB/T 9704—2012 公文格式',
  source: 'GB/T 9704—2012；两处以上公开页面互证',
  page: { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 },
  linePitch: 28.95,
  charactersPerLine: 28,
  title: { face: { eastAsia: '方正小标宋简体', ascii: latin }, size: 22, bold: false },
  headings: [
    { face: { eastAsia: '黑体', ascii: latin }, size: 16, bold: false },
    { face: { eastAsia: '楷体_GB2312', ascii: latin }, size: 16, bold: false },
    { face: { eastAsia: '仿宋_GB2312', ascii: latin }, size: 16, bold: true },
    { face: { eastAsia: '仿宋_GB2312', ascii: latin }, size: 16, bold: false },
  ],
  body: { face: { eastAsia: '仿宋_GB2312', ascii: latin }, size: 16 },
  table: { face: { eastAsia: '宋体', ascii: latin }, size: 10.5, linePitch: 18 },
  pageNumber: { face: { eastAsia: '宋体', ascii: '宋体' }, size: 14 },
}

const [first, second, third, fourth] = officialProfile.headings as readonly [TypographyProfile['headings'][number], TypographyProfile['headings'][number], TypographyProfile['headings'][number], TypographyProfile['headings'][number]]

const { charactersPerLine: _count, ...freeLines } = officialProfile

/** A district's review rules seen in a public page (typography.md): bold title, level 1 centred, level 2 bold, 30 pt lines. */
const piduProfile: TypographyProfile = {
  ...freeLines,
  id: 'pidu',
  name: '成都郫都区评审要求',
  source: '成都市郫都区公开的报告评审要求（typography.md）',
  linePitch: 30,
  title: { ...officialProfile.title, bold: true },
  headings: [{ ...first, centred: true }, { ...second, bold: true }, third, fourth],
}

/** A county people's congress house rule (typography.md): bold 宋体 title, 20 lines a page. */
const twentyLinesProfile: TypographyProfile = {
  ...officialProfile,
  id: 'twentyLines',
  name: '每页 20 行（县人大样式）',
  source: '一份县级人大公开的行文规定（typography.md）',
  linePitch: 31.85,
  charactersPerLine: 25,
  title: { ...officialProfile.title, face: { eastAsia: '宋体', ascii: latin }, bold: true },
}

/** Fixed 26 pt lines with fonts that every Windows has. */
const systemFontsProfile: TypographyProfile = {
  ...freeLines,
  id: 'systemFonts',
  name: '系统自带字体，行距 26 磅',
  source: '通行做法，待核对',
  linePitch: 26,
  title: { ...officialProfile.title, face: { eastAsia: '宋体', ascii: latin }, bold: true },
  headings: officialProfile.headings.map((heading) => ({ ...heading, face: { ...heading.face, eastAsia: heading.face.eastAsia.replace('_GB2312', '') } })),
  body: { ...officialProfile.body, face: { eastAsia: '仿宋', ascii: latin } },
}

/** Layouts to choose from, the national one first. */
export const profiles: readonly TypographyProfile[] = [officialProfile, piduProfile, twentyLinesProfile, systemFontsProfile]

/**
 * What is put between characters of the body so that a full line holds as many as the layout says, in twentieths of a point:
 * 28 of 16 pt are a little wider than 156 mm. 0 where the layout does not count, or the size is another than it counts with.
 */
export function tracking({ charactersPerLine, page, body }: TypographyProfile): number {
  if (charactersPerLine === undefined || body.size !== officialProfile.body.size) return 0
  return Math.floor(((page.width - page.left - page.right) / 25.4) * 1440 / charactersPerLine - body.size * 20)
}

/** The layout somebody chose, with their own changes; an unknown name is the national one. */
export function profileOf({ profile, linePitch, pageNumbers, bodyFace, bodySize }: LayoutChoice): TypographyProfile {
  const base = profiles.find(({ id }) => id === profile) ?? officialProfile
  return {
    ...base,
    ...(linePitch === undefined ? {} : { linePitch }),
    body: { face: bodyFace === undefined ? base.body.face : { ...base.body.face, eastAsia: bodyFace }, size: bodySize ?? base.body.size },
    pageNumber: { ...base.pageNumber, ...(pageNumbers === undefined ? {} : { place: pageNumbers }) },
  }
}
