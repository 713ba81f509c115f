import type { Framework, Indicator } from '../../domain/indicators/framework'
import type { ScoringSettings } from '../../domain/scoring/settings'
import type { Verification } from '../../domain/measures/measure'
import { formula } from '../formula'
import { measures } from '../measures/measures'

const ask: ScoringSettings = { notApplicable: 'ask', zeroDivisor: 'ask' }

interface Slot {
  readonly id: string
  readonly dimension: string
  readonly group: string
  readonly weight: string
  readonly suggested: readonly string[]
  /** 一级指标 of the 绩效目标表 whose rows share the weight. */
  readonly dimensions: readonly string[]
  readonly ceiling?: 'reverseLinear'
  readonly gate?: string
  readonly partialFrom?: string
}

interface Source {
  readonly basis: string
  readonly verification: Verification
}

/** 预算执行率: the weight times 全年执行数 ÷ 全年预算数, by the total row only. */
const execution = (weight: string, { basis, verification }: Source): Indicator => ({
  id: 'executionRate', dimension: '预算执行', group: '预算执行率', title: '年度资金总额执行率', weight, valueStyle: 'percent', basis, verification,
  formula: formula('支出合计_决算数 / 支出合计_全年预算数'), scoring: { kind: 'ratioOfWeight', direction: 'positive', ...ask },
  texts: { definition: '全年执行数与全年预算数（调整后，含上年结转）的比率。', rule: `执行率 × ${weight} 分，超过 100% 按 100% 计；只按资金总额一行计分。`, dataSource: '部门决算' },
})

/** 自拟指标: the unit's own rows share the weight, each scored by its own completion. */
const own = ({ id, dimension, group, weight, suggested, dimensions, ceiling, gate, partialFrom }: Slot, { basis, verification }: Source): Indicator => ({
  id, dimension, group, title: `${dimension}（单位自拟）`, weight, basis, verification,
  scoring: { kind: 'subindicators', suggested, goals: { dimensions, ...(ceiling ? { ceiling } : {}), ...(gate === undefined ? {} : { gate }), ...(partialFrom === undefined ? {} : { partialFrom }) }, ...ask },
  texts: { rule: '名称、目标、方向和分值取自批复的绩效目标表；定量指标达标得满分，未达标按完成比例；定性指标按达成、部分达成、未达成三档给分。', dataSource: '批复的绩效目标表、佐证材料' },
})

const output: Omit<Slot, 'weight'> = { id: 'outputs', dimension: '产出指标', group: '数量、质量、时效、成本', suggested: ['数量指标', '质量指标', '时效指标', '成本指标'], dimensions: ['产出指标', '成本指标'] }
const benefit: Omit<Slot, 'weight'> = { id: 'benefits', dimension: '效益指标', group: '经济、社会、生态、可持续影响', suggested: ['经济效益', '社会效益', '生态效益', '可持续影响'], dimensions: ['效益指标'] }
const satisfied: Omit<Slot, 'weight'> = { id: 'satisfaction', dimension: '满意度指标', group: '服务对象满意度', suggested: ['服务对象满意度'], dimensions: ['满意度指标'] }
const goals: Omit<Slot, 'weight'> = { id: 'goals', dimension: '绩效指标', group: '产出、效益、满意度', suggested: ['产出指标', '效益指标', '满意度指标'], dimensions: ['产出指标', '成本指标', '效益指标', '满意度指标'] }

const national: Source = { basis: '财预〔2020〕10号 自评表：10、50、30、10 的分配由两张公开实表核对；赋分办法待核对', verification: 'verified' }
const hunan: Source = { basis: '湖南省部门整体支出绩效自评表（2021 年度起），未见官方文本，待核对', verification: 'unverified' }
const core: Source = { basis: '财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》，权重与赋分未见官方文本，待核对', verification: 'unverified' }
const system: Source = { basis: '多省预算绩效系统的默认计分办法（读过其规则原文，不是文件）', verification: 'verified' }
const cost: Omit<Slot, 'weight'> = { id: 'costs', dimension: '成本指标', group: '经济成本、社会成本、生态环境成本', suggested: ['经济成本', '社会成本', '生态环境成本'], dimensions: ['成本指标'] }
const hubei: Source = { basis: '鄂财绩发〔2020〕3号下的自评表计分办法：项目表已核对，部门整体表用同样分配待核对', verification: 'unverified' }

const common = { version: '1', total: '100', measures } as const

/** Self-evaluation forms after 2020 with indicators of the unit's own; no grades, which belong to 部门评价 and 财政评价. */
export const selfEvaluationFrameworks: readonly Framework[] = [
  { ...common, id: 'cn-mof-2020-10-selfeval', title: '全国自评表 10/50/30/10（2020）', basis: '财预〔2020〕10号《项目支出绩效评价管理办法》附表；部门整体自评普遍沿用', region: '全国', years: '2020 年度起',
    verification: 'unverified', verificationNote: '一级指标分配已核对；定性三档的界限（80/60 与 80/50 两种）和部门整体沿用的依据待核对。',
    indicators: [execution('10', national), own({ ...output, weight: '50' }, national), own({ ...benefit, weight: '30' }, national), own({ ...satisfied, weight: '10' }, national)] },
  { ...common, id: 'cn-hunan-2021-selfeval-form', title: '湖南自评表 10/50/30/10（2021 起）', basis: '湖南省财政厅年度自评通知附件', region: '湖南', years: '约 2021—2024 年度',
    verification: 'unverified', verificationNote: '整表待核对：表式沿用财政部自评表，未见官方文本。',
    indicators: [execution('10', hunan), own({ ...output, weight: '50' }, hunan), own({ ...benefit, weight: '30' }, hunan), own({ ...satisfied, weight: '10' }, hunan)] },
  { ...common, id: 'cn-hubei-2020-20-80', title: '湖北自评表 20/80（2020）', basis: '鄂财绩发〔2020〕3号系列制度下的自评表', region: '湖北', years: '2020 年度起',
    verification: 'unverified', verificationNote: '项目自评表计分办法已核对；部门整体表用同样 20/80 待核对。',
    indicators: [execution('20', hubei), own({ ...goals, weight: '80', partialFrom: '0.5' }, hubei)] },
  { ...common, id: 'cn-mof-2021-101-core', title: '核心指标 10/20/40/20/10（2021，含成本）', basis: '财预〔2021〕101号（2021-08-18），中央部门本级项目；地方 2022 年起仿照', region: '全国', years: '2021 年度起',
    verification: 'unverified', verificationNote: '文号、标题和成本指标单列已核对；权重和赋分规则未见官方文本，逐项待核对。没有成本指标的，回到 10/50/30/10。',
    indicators: [
      { ...execution('10', core), scoring: { kind: 'bandTable', ruleMost: '10', ...ask, bands: [
        { to: '0.6', points: '0' }, { from: '0.6', fromIncluded: true, to: '0.8', points: '5' }, { from: '0.8', fromIncluded: true, to: '1', points: '7' }, { from: '1', fromIncluded: true, points: '10' }] },
        texts: { definition: '全年执行数与全年预算数的比率。', rule: '已完成且未超预算 10 分；80%（含）～100% 7 分；60%（含）～80% 5 分；低于 60% 不得分。', dataSource: '部门决算' },
        quirk: '超过全年预算数时如何计分，规则没有写明；此处按 10 分计，超预算的请用“调整得分”并写明理由。' },
      own({ ...cost, weight: '20', gate: '0.6' }, core), own({ ...output, dimensions: ['产出指标'], weight: '40', gate: '0.6' }, core),
      own({ ...benefit, weight: '20' }, core), own({ ...satisfied, weight: '10' }, core)] },
  { ...common, id: 'provincial-system-default-10-90', title: '系统默认 10/90（多省预算绩效系统）', basis: '公开的系统规则脚本；用于河北、山西、广西、宁夏等多省系统的默认设置', region: '多省', years: '约 2021 年度起',
    verification: 'verified', verificationNote: '按规则原文核对；各省系统可另行设置。原规则在预算数为 0 时按 1 作除数，会得出异常分，此处改为询问。',
    indicators: [execution('10', system), own({ ...goals, weight: '90', ceiling: 'reverseLinear' }, system)] },
]
