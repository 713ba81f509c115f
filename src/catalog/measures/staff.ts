import type { Measure } from '../../domain/measures/measure'
import { count, words } from './makers'

/** 人员 (checks.md §1, practice.md §2, E6). */
export const staffMeasures: readonly Measure[] = [
  count('staff.quota', '编制数', '人', '机构编制部门核定批复的人员编制数。', ['approved'],
    { parts: ['staff.quota.administrative', 'staff.quota.institution', 'staff.quota.worker'], aliases: ['人员编制', '核定编制数'] }),
  count('staff.quota.administrative', '行政编制数', '人', '核定的行政编制。', ['approved']),
  count('staff.quota.institution', '事业编制数', '人', '核定的事业编制（含参公）。', ['approved']),
  count('staff.quota.worker', '工勤编制数', '人', '核定的工勤编制。', ['approved']),
  words('staff.quota.document', '编制批复文号', '机构编制部门的核定文件。'),
  count('staff.onPost', '在职人员数', '人', '年末在职人员，限编制内，部门决算口径，不含离退休和编外人员。', ['yearEnd'],
    { aliases: ['实际在职人数', '实有人数'] }),
  count('staff.retired', '离退休人数', '人', '年末离休、退休人员数。', ['yearEnd']),
  count('staff.temporary', '临聘人员数', '人', '编制外临时聘用人员；核定数为批准的控制数。不计入在职人员控制率。', ['approved', 'yearEnd']),
  count('staff.dispatched', '劳务派遣人员数', '人', '年末劳务派遣人员数。不计入在职人员控制率。', ['yearEnd']),
]
