import type { Basis } from '../../domain/measures/basis'
import type { Measure } from '../../domain/measures/measure'
import { count, money } from './makers'

const bases: readonly Basis[] = ['priorBudget', 'priorActual', 'originalBudget', 'actual']

/** “三公”经费 and its counts (forms.md block B, practice.md §2, §5). */
export const threePublicMeasures: readonly Measure[] = [
  money('threePublic', '三公经费', '因公出国（境）费、公务用车购置及运行维护费、公务接待费之和。', bases,
    { parts: ['threePublic.vehicles', 'threePublic.abroad', 'threePublic.reception'], aliases: ['“三公”经费', '三公经费支出'] }),
  money('threePublic.vehicles', '公务用车购置及运行维护费', '公务用车购置费与公务用车运行维护费之和。', bases,
    { parts: ['threePublic.vehicles.purchase', 'threePublic.vehicles.running'], aliases: ['公务用车购置和维护经费'] }),
  money('threePublic.vehicles.purchase', '公务用车购置费', '公务用车购置支出（含车辆购置税）。', bases, { aliases: ['公车购置'] }),
  money('threePublic.vehicles.running', '公务用车运行维护费', '燃料、维修、过路过桥、保险等支出。', bases, { aliases: ['公车运行维护', '公车运行维护费'] }),
  money('threePublic.abroad', '因公出国（境）费', '因公出国（境）的国际旅费、住宿费、培训费等。', bases,
    { formulaName: '因公出国境费', aliases: ['出国经费', '因公出国(境)费'] }),
  money('threePublic.reception', '公务接待费', '按规定开支的各类公务接待支出。', bases, { aliases: ['公务接待'] }),
  count('threePublic.receptionBatches', '国内公务接待批次', '批次', '全年国内公务接待批次。', ['inYear']),
  count('threePublic.receptionPersons', '国内公务接待人次', '人次', '全年国内公务接待人次，不含陪同。', ['inYear']),
  count('threePublic.vehiclesBought', '公务用车购置数', '辆', '全年购置公务用车数量。', ['inYear']),
  count('threePublic.vehiclesKept', '公务用车保有量', '辆', '年末公务用车保有量。', ['yearEnd']),
  count('threePublic.abroadGroups', '因公出国（境）团组数', '个', '全年因公出国（境）团组数。', ['inYear'], { formulaName: '因公出国境团组数' }),
  count('threePublic.abroadPersons', '因公出国（境）人次', '人次', '全年因公出国（境）人次。', ['inYear'], { formulaName: '因公出国境人次' }),
]
