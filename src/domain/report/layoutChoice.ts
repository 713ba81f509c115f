/** 版式选择: a layout by its id, and what the unit changes in it. Sizes in points. */
export interface LayoutChoice {
  readonly profile: string
  readonly linePitch?: number
  readonly bodySize?: number
  /** Typeface of the body by its Chinese name. */
  readonly bodyFace?: string
  readonly pageNumbers?: 'outer' | 'centre'
}

/** The layouts by id, as they are offered. */
export const LAYOUTS: { readonly [id: string]: string } = {
  gbt9704: 'GB/T 9704—2012 公文格式', pidu: '成都郫都区评审要求', twentyLines: '每页 20 行（县人大样式）', systemFonts: '系统自带字体，行距 26 磅',
}

/** The national layout. */
export const OFFICIAL_LAYOUT: LayoutChoice = { profile: 'gbt9704' }
