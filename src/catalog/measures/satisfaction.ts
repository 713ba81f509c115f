import type { Measure } from '../../domain/measures/measure'
import { choice, count, words } from './makers'

const answers = (id: string, name: string): Measure =>
  count(`satisfaction.${id}`, `${name}份数`, '份', `有效问卷中选择“${name}”的份数。`, ['inYear'])

/** 满意度调查: a satisfaction figure needs a question, a count and a method (practice.md M14). */
export const satisfactionMeasures: readonly Measure[] = [
  words('satisfaction.object', '调查对象', '被调查的社会公众或服务对象。'),
  words('satisfaction.way', '调查方式', '问卷、电话、网络等，注明时间。'),
  count('satisfaction.sent', '发放份数', '份', '发放的问卷数。', ['inYear']),
  count('satisfaction.returned', '回收份数', '份', '收回的问卷数。', ['inYear']),
  count('satisfaction.valid', '有效份数', '份', '收回问卷中有效的份数。', ['inYear'], { formulaName: '有效问卷份数' }),
  answers('verySatisfied', '非常满意'),
  answers('satisfied', '满意'),
  answers('basicallySatisfied', '基本满意'),
  answers('dissatisfied', '不满意'),
  choice('satisfaction.method', '满意度计算方法', '满意度怎样由各档份数算出；随结果一并说明。',
    ['满意及以上', '基本满意及以上', '加权平均（100、80、60、0）']),
]
