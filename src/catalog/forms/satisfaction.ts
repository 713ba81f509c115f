import type { Form } from '../../domain/forms/form'

/** 满意度调查 (practice.md M14): no survey, no value. */
export const satisfactionForm: Form = {
  id: 'satisfaction',
  name: '满意度调查',
  title: '社会公众或服务对象满意度调查情况表',
  unit: '',
  fund: 'all',
  landscape: false,
  verification: 'unverified',
  source: '第三方评价通用做法；各地表样不一，待核对',
  blocks: [
    { kind: 'fields', id: 'survey', title: '一、调查情况', fields: [
      { item: 'satisfaction.object', label: '调查对象', wide: true },
      { item: 'satisfaction.way', label: '调查方式', wide: true },
      { item: 'satisfaction.sent@inYear', label: '发放份数' },
      { item: 'satisfaction.returned@inYear', label: '回收份数' },
      { item: 'satisfaction.valid@inYear', label: '有效份数' },
      { item: 'satisfaction.method', label: '满意度计算方法' },
    ] },
    { kind: 'fields', id: 'answers', title: '二、调查结果（份）', fields: [
      { item: 'satisfaction.verySatisfied@inYear', label: '非常满意' },
      { item: 'satisfaction.satisfied@inYear', label: '满意' },
      { item: 'satisfaction.basicallySatisfied@inYear', label: '基本满意' },
      { item: 'satisfaction.dissatisfied@inYear', label: '不满意' },
    ] },
  ],
  notes: ['没有开展调查的，不填本表，满意度指标不计算；“无投诉”不等于满意度 100%。'],
  signatures: [],
}
