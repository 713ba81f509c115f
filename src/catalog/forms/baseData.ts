import type { CellSpec, Form, MatrixColumn, MatrixRow } from '../../domain/forms/form'
import { item, operation } from '../../domain/expression/expression'

const threeColumns: readonly MatrixColumn[] = [
  { id: 'priorActual', head: '{year-1}年决算数', label: '上年决算', basis: 'priorActual', width: 16 },
  { id: 'budget', head: '{year}年预算数', label: '本年预算', basis: 'originalBudget', width: 16 },
  { id: 'actual', head: '{year}年决算数', label: '本年决算', basis: 'actual', width: 16 },
]

const row = (id: string, label: string, name: string, indent: 0 | 1 | 2 | 3, measure: string): MatrixRow => ({ id, label, name, indent, measure })

const empty: CellSpec = { kind: 'empty' }
const of = (id: string): CellSpec => ({ kind: 'item', item: id })
const ratio = (part: string, base: string): CellSpec => ({ kind: 'formula', formula: operation('/', item(part), item(base)), style: 'percent' })

/** 部门整体支出绩效评价基础数据表, Hunan 2015–2020 generation (forms.md §1, blocks A–D). */
export const baseDataForm: Form = {
  id: 'baseData',
  name: '基础数据表',
  title: '部门整体支出绩效评价基础数据表',
  annex: '附件1',
  unit: '万元',
  fund: 'all',
  landscape: false,
  verification: 'verified',
  source: '湖南 2015—2020 年度自评附件；一份 2018 年度实表逐格核对（楼堂馆所与厉行节约两块待核对）',
  blocks: [
    { kind: 'matrix', id: 'staff', stub: '财政供养人员情况', columns: [
      { id: 'quota', head: '编制数', label: '编制数', width: 16 },
      { id: 'onPost', head: '{year}年实际在职人数', label: '在职人员数', width: 16 },
      { id: 'rate', head: '控制率', label: '控制率', width: 16 },
    ], rows: [{ id: 'staff', label: '', name: '', indent: 0, cells: {
      quota: of('staff.quota@approved'), onPost: of('staff.onPost@yearEnd'), rate: ratio('staff.onPost@yearEnd', 'staff.quota@approved') } }] },
    { kind: 'matrix', id: 'money', stub: '经费控制情况', columns: threeColumns, rows: [
      row('threePublic', '三公经费', '三公经费', 0, 'threePublic'),
      row('vehicles', '1、公务用车购置和维护经费', '公务用车购置和维护经费', 1, 'threePublic.vehicles'),
      row('purchase', '其中：公车购置', '公车购置', 2, 'threePublic.vehicles.purchase'),
      row('running', '公车运行维护', '公车运行维护', 3, 'threePublic.vehicles.running'),
      row('abroad', '2、出国经费', '出国经费', 1, 'threePublic.abroad'),
      row('reception', '3、公务接待', '公务接待', 1, 'threePublic.reception'),
      row('project', '项目支出', '项目支出', 0, 'expenditure.project'),
      row('business', '1、业务工作专项', '业务工作专项', 1, 'project.business'),
      row('operation', '2、运行维护专项', '运行维护专项', 1, 'project.operation'),
      row('earmarked', '3、省、市、区级专项资金', '专项资金', 1, 'project.earmarked'),
      row('operating', '公用经费', '公用经费', 0, 'expenditure.operating'),
      row('office', '其中：办公经费', '办公经费', 1, 'operating.office'),
      row('utilities', '水费、电费、差旅费', '水费、电费、差旅费', 3, 'operating.utilitiesTravel'),
      row('meeting', '会议费、培训费', '会议费、培训费', 3, 'operating.meetingTraining'),
      row('procurement', '政府采购金额', '政府采购金额', 0, 'procurement'),
      { id: 'adjustment', label: '部门整体支出预算调整', name: '部门整体支出预算调整', indent: 0, cells: {
        priorActual: empty, budget: of('expenditure@originalBudget/all'), actual: of('expenditure@adjustedBudget/all') } },
    ], note: '部门整体支出预算调整一行：预算数填年初预算数，决算数填调整预算数（不含上年结转）。' },
    { kind: 'matrix', id: 'buildings', stub: '楼堂馆所控制情况（{year}年完工项目）', columns: [
      { id: 'areaApproved', head: '批复规模（㎡）', label: '批复规模', width: 12 },
      { id: 'area', head: '实际规模（㎡）', label: '实际规模', width: 12 },
      { id: 'areaRate', head: '规模控制率', label: '规模控制率', width: 12 },
      { id: 'investmentApproved', head: '预算投资（万元）', label: '预算投资', width: 12 },
      { id: 'investment', head: '实际投资（万元）', label: '实际投资', width: 12 },
      { id: 'investmentRate', head: '投资概算控制率', label: '投资概算控制率', width: 12 },
    ], rows: [{ id: 'buildings', label: '', name: '楼堂馆所', indent: 0, cells: {
      areaApproved: of('building.area@approved'), area: of('building.area@inYear'), areaRate: ratio('building.area@inYear', 'building.area@approved'),
      investmentApproved: of('building.investment@approved/all'), investment: of('building.investment@inYear/all'),
      investmentRate: ratio('building.investment@inYear/all', 'building.investment@approved/all') } }] },
    { kind: 'fields', id: 'economy', fields: [{ item: 'economy.measures', label: '厉行节约保障措施', wide: true, long: true }] },
  ],
  notes: ['项目支出填列基本支出以外的支出；公用经费填列基本支出中的一般商品和服务支出。', '没有楼堂馆所完工项目的，按“不涉及”填列。'],
  signatures: [
    { label: '单位负责人（签名）', item: 'unit.head' },
    { label: '填表人（签名）', item: 'unit.preparer' },
    { label: '联系电话', item: 'unit.phone', internal: true },
    { label: '填报日期', item: 'unit.reportDate' },
  ],
}
