import type { Measure } from '../../domain/measures/measure'
import { money } from './makers'

/** 楼堂馆所: projects finished in the year (forms.md block C). */
export const buildingMeasures: readonly Measure[] = [
  { id: 'building.area', name: '楼堂馆所面积', kind: 'area', unit: '㎡', bases: ['approved', 'inYear'], verification: 'unverified',
    definition: '评价年度完工的楼堂馆所项目：核定数为批复规模，本年数为实际规模。' },
  money('building.investment', '楼堂馆所投资', '评价年度完工的楼堂馆所项目：核定数为批复投资，本年数为实际投资。', ['approved', 'inYear'],
    { verification: 'unverified' }),
]
