import { given, type Answer } from '../../domain/evaluation/answer'
import { defaultSettings, type Evaluation } from '../../domain/evaluation/evaluation'
import { hunan2017 } from '../frameworks/hunan2017'
import { foundingNarrative } from './foundingNarrative'
import { foundingOutcomes } from './foundingOutcomes'
import { answersOf, row } from './rows'

const source = { source: '岳麓区信息中心 2020 年度部门整体支出绩效评价报告', state: 'finalReported' } as const

const projectRow = (id: string, name: string, actual: string) =>
  row(id, { name, actual, fundSource: '财政拨款', rowCount: '1' })

const derived: Answer = given('243.42', {
  ...source, state: 'derived', note: '报告未列：专项支出 642.8 减去列名五个项目 399.38 的余数，精度随 642.8（±0.05）',
})

/**
 * 岳麓区信息中心 2020: every figure of the founding report in its place. What the report does not state stays blank
 * (no budget, no prior year, no 公务用车购置); 公务接待 and 因公出国 are stated as none, which is 0.
 */
export const foundingCase: Evaluation = {
  format: 1,
  id: 'sample-yuelu-2020',
  year: 2020,
  sample: 'published',
  settings: defaultSettings,
  framework: hunan2017,
  outline: 'founding',
  answers: {
    ...answersOf({
      'unit.name': '岳麓区信息中心',
      'unit.nature': '公益一类事业单位',
      'unit.rank': '副科级',
      'unit.funding': '全额拨款',
      'unit.department': '岳麓区行政审批服务局',
      'unit.duties': '参与全区信息化规划与建设，推广应用信息技术，开发整合信息资源，引导信息产业发展，保障信息安全；承担全区电子政务项目技术审核、基础网络和门户网站建设管理、网络与终端日常运维。',
    }),
    ...answersOf({
      'staff.quota@approved': '8',
      'staff.quota.institution@approved': '8',
      'staff.onPost@yearEnd': '5',
      'staff.temporary@approved': '7',
      'staff.temporary@yearEnd': '6',
      'expenditure@actual/all': '830.3',
      'expenditure.basic@actual/all': '187.5',
      'expenditure.personnel@actual/all': '172',
      'expenditure.officeTraining@actual/all': '4',
      'expenditure.vehicles@actual/all': '0.03',
      'expenditure.otherGoods@actual/all': '11.47',
      'expenditure.project@actual/all': '642.8',
      'threePublic.vehicles.running@actual/all': '0.03',
      'threePublic.abroad@actual/all': '0',
      'threePublic.reception@actual/all': '0',
    }, source),
  },
  tables: {
    projects: [
      projectRow('video', '政府常务视频会议室提质改造项目', '53.5'),
      projectRow('outlet', '区电子政务外网出口宽带专线租赁项目', '96.88'),
      projectRow('intranet', '区电子政务内网（财政专网）光纤线路租赁项目', '55.7'),
      projectRow('metro', '岳麓区城域网一、二期光纤线路及设备租赁项目', '128.4'),
      projectRow('outsourcing', '岳麓区信息中心IT运维外包服务项目', '64.9'),
      row('rest', { name: '其余14项合计', actual: derived, fundSource: '财政拨款', rowCount: '14' }, 'merged'),
    ],
    uses: [
      row('leasing', { use: '各类光纤租赁', actual: '300' }),
      row('construction', { use: '电子政务网络、系统等项目建设', actual: '114' }),
      row('maintenance', { use: '网站建设、设备维修保养、运维管理及往年项目尾款', actual: '229' }),
    ],
    outcomes: foundingOutcomes,
  },
  judgements: {},
  narrative: foundingNarrative,
  explanations: {},
}
