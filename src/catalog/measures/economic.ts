import type { Measure } from '../../domain/measures/measure'
import { economicClasses, economicMeasure } from '../classification/economicClassification'
import { money } from './makers'

const definition = '一般公共预算财政拨款基本支出，决算口径。'

/** 基本支出按经济分类 (公开06表), one measure a code; classes are the sums of their 款. */
export const economicMeasures: readonly Measure[] = [
  money('economic', '一般公共预算基本支出', definition, ['actual'], { parts: economicClasses.map((c) => economicMeasure(c.code)) }),
  ...economicClasses.flatMap((of) => [
    money(economicMeasure(of.code), of.name, definition, ['actual'],
      { formulaName: `经济分类${of.code}`, parts: of.items.map(([code]) => economicMeasure(code)) }),
    ...of.items.map(([code, name]) =>
      money(economicMeasure(code), name, definition, ['actual'],
        { formulaName: `经济分类${code}`, ...(code === '30311' ? { verification: 'unverified' as const } : {}) })),
  ]),
]
