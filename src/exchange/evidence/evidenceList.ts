import type { Evidence } from '../../domain/evaluation/evidence'
import { subjectName, type NamedSubject } from '../../domain/evaluation/evidenceSubjects'
import { writeFindings } from '../excel/writeFindings'

/** 佐证材料清单: one line for each file, as it is handed in with the evaluation. */
export const evidenceList = (title: string, evidence: readonly Evidence[], subjects: readonly NamedSubject[]): Promise<Uint8Array> => writeFindings([{
  name: '佐证材料清单', title: `${title}佐证材料清单`, note: `共 ${evidence.length} 份。校验值用于核对文件没有改动。`,
  head: ['序号', '文件', '证明什么', '说明', '大小（字节）', 'SHA-256'], widths: [6, 36, 40, 30, 14, 30], numbers: [0, 4],
  rows: evidence.map(({ name, about, note, size, sha256 }, i) => [String(i + 1), name, about.map((subject) => subjectName(subject, subjects)).join('、'), note ?? '', String(size), sha256]),
}])
