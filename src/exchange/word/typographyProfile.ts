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
  /** Heading levels 1 to 4. */
  readonly headings: readonly { readonly face: Typeface; readonly size: number; readonly bold: boolean }[]
  readonly body: { readonly face: Typeface; readonly size: number }
  readonly table: { readonly face: Typeface; readonly size: number; readonly linePitch: number }
  readonly pageNumber: { readonly face: Typeface; readonly size: number }
}

const latin = 'Times New Roman'

/** GB/T 9704-2012 党政机关公文格式 (typography.md): 22 lines a page, 3号仿宋, 2号小标宋 title. */
export const officialProfile: TypographyProfile = {
  id: 'gbt9704',
  name: 'GB/T 9704—2012 公文格式',
  source: 'GB/T 9704—2012；两处以上公开页面互证',
  page: { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 },
  linePitch: 28.95,
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
