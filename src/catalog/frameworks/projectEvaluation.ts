import type { Framework, Indicator } from '../../domain/indicators/framework'
import type { Scoring } from '../../domain/scoring/scoring'
import type { ScoringSettings } from '../../domain/scoring/settings'
import { formula } from '../formula'
import { measures } from '../measures/measures'

const ask: ScoringSettings = { notApplicable: 'ask', zeroDivisor: 'ask' }
const names = '指标名称由公开使用中的评价要点核对；要点和算式未见官方文本，待核对'

/** 评价要点, each of the same worth. */
const points = (each: string, ...texts: readonly string[]): Scoring =>
  ({ kind: 'checklist', ...ask, items: texts.map((text, i) => ({ key: `p${i + 1}`, text, points: each })) })

/** A slot that the project's own goals of these 二级 or 一级指标 fill. */
const slot = (suggested: string, dimensions: readonly string[] = []): Scoring =>
  ({ kind: 'subindicators', ...ask, suggested: [suggested], ...(dimensions.length > 0 ? { goals: { dimensions } } : {}) })

const indicator = (id: string, dimension: string, group: string, title: string, weight: string, scoring: Scoring, definition: string, rule: string, more: Partial<Indicator> = {}): Indicator =>
  ({ id, dimension, group, title, weight, scoring, texts: { definition, rule }, basis: `财预〔2020〕10号 附件2：${names}`, verification: 'unverified', ...more })

const indicators: readonly Indicator[] = [
  indicator('grounds', '决策', '项目立项', '立项依据充分性', '3', points('1', '符合法律法规、发展规划和部门职责', '属于公共财政支持范围', '与同类项目不重复'), '立项依据是否充分。', '3 个要点，每个 1 分。'),
  indicator('procedure', '决策', '项目立项', '立项程序规范性', '3', points('1', '按规定程序申请设立', '审批文件、材料符合要求', '事前经过可行性研究、论证、评估或集体决策'), '申请、设立过程是否符合要求。', '3 个要点，每个 1 分。'),
  indicator('targets', '决策', '绩效目标', '绩效目标合理性', '4', points('1', '有绩效目标', '与实际工作内容相关', '预期产出和效果符合正常业绩水平', '与预算投资额或资金量相匹配'), '目标是否依据充分、符合实际。', '4 个要点，每个 1 分。'),
  indicator('clarity', '决策', '绩效目标', '绩效指标明确性', '3', points('1', '细化为具体的绩效指标', '有清晰、可衡量的指标值', '与项目任务数或计划数相对应'), '指标是否清晰、细化、可衡量。', '3 个要点，每个 1 分。'),
  indicator('budgeting', '决策', '资金投入', '预算编制科学性', '4', points('1', '预算编制经过科学论证', '预算内容与项目内容匹配', '测算依据充分、按标准编制', '预算额度与工作任务相匹配'), '预算编制是否有依据、与内容匹配。', '4 个要点，每个 1 分。'),
  indicator('allocation', '决策', '资金投入', '资金分配合理性', '3', points('1.5', '分配依据充分', '分配额度合理，与单位或地方实际相适应'), '资金分配是否有依据、与实际相适应。', '2 个要点，每个 1.5 分。'),
  indicator('paidIn', '过程', '资金管理', '资金到位率', '4', { kind: 'externalScore', ...ask, most: '100', by: '资金到位率（百分数，超过 100 填 100）' }, '实际到位资金 ÷ 预算资金 × 100%。', '到位率 × 4 分。'),
  indicator('executionRate', '过程', '资金管理', '预算执行率', '4', { kind: 'ratioOfWeight', direction: 'positive', ...ask }, '实际支出资金 ÷ 实际到位资金 × 100%；此处取决算数 ÷ 全年预算数，项目与部门口径不同的请另建副本改算式。', '执行率 × 4 分，超过 100% 按 100% 计。',
    { formula: formula('支出合计_决算数 / 支出合计_全年预算数'), valueStyle: 'percent' }),
  indicator('compliance', '过程', '资金管理', '资金使用合规性', '4', { kind: 'occurrences', ...ask, deduct: '1', of: ['不符合财经法规和资金管理办法', '拨付没有完整审批程序和手续', '不符合预算批复或合同规定的用途', '截留、挤占、挪用、虚列支出'] }, '资金使用是否符合有关制度规定。', '4 个要点，每出现 1 例不符合扣 1 分，扣完为止。'),
  indicator('institutions', '过程', '组织实施', '管理制度健全性', '4', points('2', '有财务和业务管理制度', '制度合法、合规、完整'), '制度是否健全。', '2 个要点，每个 2 分。'),
  indicator('enforcement', '过程', '组织实施', '制度执行有效性', '4', points('1', '遵守法律法规和管理规定', '项目调整和支出调整手续完备', '合同、验收、鉴定等资料齐全并归档', '人员、场地、信息支撑落实到位'), '制度是否得到执行。', '4 个要点，每个 1 分。'),
  indicator('quantity', '产出', '产出数量', '实际完成率', '10', slot('实际完成率'), '实际产出数 ÷ 计划产出数 × 100%。', '单位按计划逐项填列，按完成比例得分。'),
  indicator('quality', '产出', '产出质量', '质量达标率', '8', slot('质量达标率'), '质量达标产出数 ÷ 实际产出数 × 100%。', '逐项填列，按达标比例得分。'),
  indicator('timeliness', '产出', '产出时效', '完成及时性', '6', slot('完成及时性'), '实际完成时间与计划完成时间的比较。', '按时完成得满分，迟于时限的由评分人扣分并写明理由。'),
  indicator('cost', '产出', '产出成本', '成本节约率', '6', slot('成本节约率', ['成本指标']), '（计划成本 − 实际成本）÷ 计划成本 × 100%。', '不超过计划成本得满分，超过的按目标 ÷ 完成折算。'),
  indicator('benefits', '效益', '项目效益', '实施效益', '20', slot('实施效益', ['效益指标']), '经济、社会、生态效益和可持续影响，按项目选择。', '单位按批复目标逐项填列。'),
  indicator('satisfaction', '效益', '项目效益', '满意度', '10', slot('满意度', ['满意度指标']), '社会公众或服务对象的满意程度，由调查得出。', '达到目标得满分，未达到按完成比例得分。'),
]

/** 项目支出绩效评价指标体系框架（参考）, 2020 on: the names are the ministry's, the weights are ours and said to be (practice.md M15). */
export const projectEvaluation: Framework = {
  id: 'cn-mof-2020-10-annex2-project', version: '1', title: '项目绩效评价框架（财预〔2020〕10号 附件2）',
  basis: '财预〔2020〕10号《项目支出绩效评价管理办法》附件2 项目支出绩效评价指标体系框架（参考）', region: '全国', years: '2020 年度起，部门评价和财政评价',
  verification: 'unverified', verificationNote: '一、二、三级指标名称已核对。官方框架不给分值：这里的 20/20/30/30 是建议，须由评价方按项目确定；评价要点和算式待核对。等级官方印作 90—100、80—89、60—79、0—59，89.5 没有着落；这里按 90、80、60 分起（含）分档。',
  total: '100', grades: [{ label: '优', from: '90' }, { label: '良', from: '80' }, { label: '中', from: '60' }, { label: '差', from: '0' }],
  indicators, measures,
}
