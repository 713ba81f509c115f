import type { Quantity } from './checkup'

/** 计量单位: what it measures and the power of ten that leads to its base unit. */
export interface Unit {
  readonly kind: Quantity['kind']
  readonly power: number
}

const COUNTED = '人次 批次 件次 台次 场次 户次 车次 辆次 期次 家次 人 名 位 个 家 项 辆 件 次 台 套 批 处 户 份 条 期 场 篇 起 宗 座 所 间 栋 种 类 支 只 棵 株 本 册 张 块 笔 幅 部 架 艘 列 口 盏 组 村 社区 门 顶 床 面'.split(' ')
const MEASURED = '平方公里 平方千米 平方米 立方米 公里 千米 公顷 公斤 千克 毫米 厘米 小时 分钟 ㎡ m2 km 亩 吨 米 天 倍 度 分 升 周 美元 欧元 港元 日元 ‰ MB GB TB'.split(' ')

/** How many of 元 a scale makes, as powers of ten. */
export const SCALES: { readonly [scale: string]: number } = { 万亿: 12, 千亿: 11, 百亿: 10, 亿: 8, 千万: 7, 百万: 6, 十万: 5, 万: 4, 千: 3, 百: 2 }

const units: { [unit: string]: Unit } = { 元: { kind: 'money', power: 0 }, '%': { kind: 'percent', power: 0 }, 个百分点: { kind: 'points', power: 0 }, 百分点: { kind: 'points', power: 0 } }
for (const unit of COUNTED) units[unit] = { kind: 'count', power: 0 }
for (const unit of MEASURED) units[unit] = { kind: 'measure', power: 0 }

/** All units by name. */
export const UNITS: { readonly [unit: string]: Unit } = units

/** Power of ten that leads from a printed unit to its base unit: 万元 → 4, 万条 → 4, 人 → 0. */
export function powerOf(unit: string): number {
  const scale = Object.keys(SCALES).sort((a, b) => b.length - a.length).find((one) => unit.startsWith(one) && !Object.hasOwn(units, unit))
  return scale === undefined ? 0 : SCALES[scale]!
}

const longestFirst = (names: readonly string[]): string => [...names].sort((a, b) => b.length - a.length).join('|')

/** The scales and units as parts of a pattern, longest first. */
export const SCALE_PATTERN = longestFirst(Object.keys(SCALES))
/** See SCALE_PATTERN. */
export const UNIT_PATTERN = longestFirst(Object.keys(UNITS))

/** Whether figures of the two units may be added: the same, or 件次 with 次, 人 with 名. */
export function addable(a: string, b: string): boolean {
  const plain = (unit: string): string => unit.replace(/^(?:万|千|百|十|亿)+(?=.)/, '').replace(/^(名|位)$/, '人').replace(/^(?:件次|台次|场次|期次)$/, '次').replace(/^(家|所|处)$/, '个')
  return plain(a) === plain(b)
}
