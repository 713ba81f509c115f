import type { PublishedLine, PublishedTable } from '../domain/forms/publishedTable'

const line = (measure: string, ...labels: readonly string[]): PublishedLine => ({ measure, labels })

const income: readonly PublishedLine[] = [
  line('income', '本年收入合计'),
  line('income.superior', '上级补助收入'),
  line('income.undertaking', '事业收入'),
  line('income.business', '经营收入'),
  line('income.affiliates', '附属单位上缴收入'),
  line('income.other', '其他收入'),
]

const expenditure: readonly PublishedLine[] = [
  line('expenditure', '本年支出合计'),
  line('expenditure.basic', '基本支出'),
  line('expenditure.project', '项目支出'),
  line('expenditure.remitted', '上缴上级支出'),
  line('expenditure.business', '经营支出'),
  line('expenditure.subsidy', '对附属单位补助支出'),
]

const balance: readonly PublishedLine[] = [
  { measure: 'expenditure', labels: ['年初结转和结余', '上年结转和结余', '年初财政拨款结转和结余'], basis: 'carryIn' },
  { measure: 'expenditure', labels: ['年末结转和结余', '结转下年', '年末财政拨款结转和结余'], basis: 'carryOut' },
]

const threePublic: readonly PublishedLine[] = [
  line('threePublic', '合计', '三公经费合计', '三公经费支出合计', '三公经费支出'),
  line('threePublic.abroad', '因公出国(境)费', '因公出国(境)费用', '因公出国(境)费支出'),
  line('threePublic.vehicles', '公务用车购置及运行维护费', '公务用车购置及运行费', '公务用车购置及运行维护费小计', '公务用车购置及运行费小计', '公务用车购置和运行维护费'),
  line('threePublic.vehicles.purchase', '公务用车购置费', '公务用车购置'),
  line('threePublic.vehicles.running', '公务用车运行维护费', '公务用车运行费'),
  line('threePublic.reception', '公务接待费', '公务接待费支出'),
]

const SOURCE = '各地部门决算公开表（湖南 2021、2023—2024 年度等目录，practice.md S18）'
const UNSEEN = '通行表样，未见正式文本，待核对'

/**
 * The national disclosure set. Tables are told by name: 2019–2021 sets put 一般公共预算“三公” at 07, the recent ones
 * 财政拨款“三公” at 09 with 政府性基金 at 07 and 国有资本 at 08; Sichuan publishes 13 tables, Inner Mongolia 机构运行信息表.
 */
export const publishedTables: readonly PublishedTable[] = [
  { id: 'total', number: '公开01表', names: ['收入支出决算总表'], fund: 'all', source: SOURCE, shape: { kind: 'lines', lines: [
    ...income, ...expenditure.slice(0, 1), ...balance,
    line('balance.nonFiscalUsed', '使用非财政拨款结余', '使用非财政拨款结余(含专用结余)', '用事业基金弥补收支差额', '使用专用结余'),
    line('balance.distribution', '结余分配')] } },
  { id: 'income', number: '公开02表', names: ['收入决算表'], fund: 'all', source: SOURCE, shape: { kind: 'total', columns: [...income, line('income.fiscal', '财政拨款收入')] } },
  { id: 'expenditure', number: '公开03表', names: ['支出决算表'], fund: 'all', source: SOURCE, shape: { kind: 'total', columns: expenditure } },
  { id: 'fiscal', number: '公开04表', names: ['财政拨款收入支出决算总表'], fund: 'fiscal', source: SOURCE, shape: { kind: 'lines', lines: [...expenditure.slice(0, 1), ...balance] } },
  { id: 'general', number: '公开05表', names: ['一般公共预算财政拨款支出决算表', '一般公共预算财政拨款收入支出决算表'], fund: 'general', source: SOURCE,
    shape: { kind: 'total', columns: [line('expenditure', '本年支出合计', '本年支出', '小计', '合计'), ...expenditure.slice(1, 3)] } },
  { id: 'basic', number: '公开06表', names: ['一般公共预算财政拨款基本支出决算明细表', '一般公共预算财政拨款基本支出决算表'], fund: 'general', source: SOURCE,
    shape: { kind: 'codes', lines: [line('expenditure.personnel', '人员经费合计'), line('expenditure.operating', '公用经费合计')] } },
  { id: 'governmentFund', number: '公开07表', names: ['政府性基金预算财政拨款收入支出决算表', '政府性基金预算财政拨款支出决算表'], fund: 'governmentFund', source: SOURCE,
    shape: { kind: 'total', columns: [line('expenditure', '本年支出', '本年支出合计', '小计'), ...expenditure.slice(1, 3)] } },
  { id: 'stateCapital', number: '公开08表', names: ['国有资本经营预算财政拨款支出决算表', '国有资本经营预算财政拨款收入支出决算表'], fund: 'stateCapital', source: SOURCE,
    shape: { kind: 'total', columns: [line('expenditure', '本年支出', '本年支出合计', '合计', '小计'), ...expenditure.slice(1, 3)] } },
  { id: 'threePublic', number: '公开09表', names: ['财政拨款三公经费支出决算表', '财政拨款“三公”经费支出决算表'], fund: 'fiscal', source: SOURCE, shape: { kind: 'threePublic', lines: threePublic } },
  { id: 'threePublicGeneral', number: '公开07表', names: ['一般公共预算财政拨款三公经费支出决算表', '一般公共预算三公经费支出决算表'], fund: 'general', source: SOURCE, shape: { kind: 'threePublic', lines: threePublic } },
  { id: 'running', number: '公开09表', names: ['机构运行信息表', '机构运行信息决算表'], fund: 'all', source: UNSEEN, shape: { kind: 'lines', lines: [
    { measure: 'threePublic.abroadGroups', labels: ['因公出国(境)团组数'], basis: 'inYear' },
    { measure: 'threePublic.abroadPersons', labels: ['因公出国(境)人次数', '因公出国(境)人次'], basis: 'inYear' },
    { measure: 'threePublic.vehiclesBought', labels: ['公务用车购置数', '公务用车购置数量'], basis: 'inYear' },
    { measure: 'threePublic.vehiclesKept', labels: ['公务用车保有量'], basis: 'yearEnd' },
    { measure: 'threePublic.receptionBatches', labels: ['国内公务接待批次'], basis: 'inYear' },
    { measure: 'threePublic.receptionPersons', labels: ['国内公务接待人次'], basis: 'inYear' },
    { measure: 'procurement', labels: ['政府采购支出合计'], basis: 'actual' }] } },
]
