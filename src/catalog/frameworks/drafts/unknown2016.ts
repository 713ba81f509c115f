import { formula } from '../../formula'
import { ask, draftFramework } from './draftFramework'

/** 三公细分版（2016，地区不明）: a draft (frameworks.json cn-unknown-2016-19). */
export const unknown2016 = draftFramework({
  id: 'cn-unknown-2016-19', title: '三公细分版（2016，地区不明）', basis: '网传扫描件, 地区不明', region: '不明', years: '2016 年度', total: '100',
  verificationNote: 'OCR扫描件, 仅投入19分中前几项可读',
  lacking: '已知分值合计 9，满分 100',
  indicators: [
    { id: 'i1', dimension: '投入', group: '预算配置', title: '财政供养人员控制率', weight: '1', rule: '≤100%1; 每超1点扣0.1', definition: '在职人员数/编制数×100%', dataSource: '在职人员数、编制数', verified: true, formula: formula('在职人员数 / 编制数'), scoring: { kind: 'linearDeduction', side: 'above', standard: '1', per: '0.01', deduct: '0.1', stepMode: 'floor', ...ask } },
    { id: 'i2', dimension: '投入', group: '预算配置', title: '“三公经费”变动率', weight: '3', rule: '≤0得3; 每超1点扣0.3', definition: '(本年-上年)/上年×100%', dataSource: '本年三公、上年三公', verified: true, formula: formula('(三公经费_决算数 - 三公经费_上年决算数) / 三公经费_上年决算数'), scoring: { kind: 'linearDeduction', side: 'above', standard: '0', per: '0.01', deduct: '0.3', stepMode: 'floor', ...ask } },
    { id: 'i3', dimension: '投入', group: '预算配置', title: '“三公经费”管理', weight: '3', rule: '3要点各1, 缺一扣1', dataSource: '接待标准、定点维修加油、三公管理办法', verified: true, scoring: { kind: 'checklist', ...ask, items: [{ key: 'p1', text: '明确接待标准与人数', points: '1' }, { key: 'p2', text: '车辆维修燃油政府定点', points: '1' }, { key: 'p3', text: '有三公管理办法', points: '1' }] } },
    { id: 'i4', dimension: '投入', group: '预算配置', title: '“公务招待费”变动率', weight: '2', rule: '≤0得2; 每超1点扣0.2', definition: '(本年-上年)/上年×100%', dataSource: '本年招待费、上年招待费', verified: true, formula: formula('(公务接待费_决算数 - 公务接待费_上年决算数) / 公务接待费_上年决算数'), scoring: { kind: 'linearDeduction', side: 'above', standard: '0', per: '0.01', deduct: '0.2', stepMode: 'floor', ...ask } },
  ],
})
