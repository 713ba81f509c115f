import { catalog } from '../catalog/catalog'
import type { Evaluation } from '../domain/evaluation/evaluation'
import { subjectsOf } from '../domain/evaluation/evidenceSubjects'
import { assess } from '../domain/indicators/assess'
import { compose } from '../domain/report/compose'
import { outlineOf } from '../domain/report/outlineOf'
import type { BackupContent } from '../exchange/backup/backupFile'
import { evidenceList } from '../exchange/evidence/evidenceList'
import { writeEvaluation } from '../exchange/excel/writeEvaluation'
import { officialProfile } from '../exchange/word/typographyProfile'
import { writeReport } from '../exchange/word/writeReport'
import { plainFileName } from '../kernel/fileName'
import { sha256 } from '../kernel/sha256'

const nameOf = ({ answers, year }: Evaluation): string => {
  const unit = answers['unit.name']
  return plainFileName(`${unit?.kind === 'given' ? unit.text : '单位'}${year}年度`)
}

/** A path that is not taken yet: two files of one name both stay. */
function free(path: string, taken: { readonly [path: string]: unknown }): string {
  const dot = path.lastIndexOf('.')
  for (let i = 2, candidate = path; ; i++) {
    if (!Object.hasOwn(taken, candidate)) return candidate
    candidate = dot > path.lastIndexOf('/') ? `${path.slice(0, dot)} (${i})${path.slice(dot)}` : `${path} (${i})`
  }
}

/** What people open of some evaluations: the 报送版 workbook, the report, the evidence under its own names with its list. */
async function openFiles({ evaluations, evidence }: Pick<BackupContent, 'evaluations' | 'evidence'>): Promise<{ readonly [path: string]: Uint8Array }> {
  const files: Record<string, Uint8Array> = {}
  for (const { evaluation } of evaluations) {
    const folder = free(nameOf(evaluation), files)
    files[`${folder}/评价表（报送版）.xlsx`] = await writeEvaluation(evaluation, catalog, { output: 'submission', forms: null })
    files[`${folder}/评价报告.docx`] = await writeReport(compose(outlineOf(catalog, evaluation), evaluation, assess(evaluation.framework, evaluation)), officialProfile)
    const own = evidence.filter((one) => one.evidence.evaluation === evaluation.id)
    for (const one of own) files[free(`${folder}/佐证材料/${plainFileName(one.evidence.name)}`, files)] = one.content
    if (own.length > 0) files[`${folder}/佐证材料清单.xlsx`] = await evidenceList(nameOf(evaluation), own.map((one) => one.evidence), subjectsOf(evaluation, catalog.forms))
  }
  return files
}

/** 归档包: the same, frozen: with the time and a list of all files with their digests. */
export async function archiveFiles(content: BackupContent): Promise<{ readonly [path: string]: Uint8Array }> {
  const files = await openFiles(content)
  const lines = Object.entries(files).map(([path, bytes]) => `${sha256(bytes)}  ${path}`)
  const head = [`归档时间：${content.createdAt}`, '下面每行是一个文件的 SHA-256 校验值和路径。归档后文件若有改动，校验值就不同。', '本压缩包也可以在“数据”页恢复。', '']
  // Notepad of older Windows takes a text without the mark for another encoding.
  return { ...files, '归档清单.txt': new TextEncoder().encode(`\uFEFF${[...head, ...lines].join('\r\n')}\r\n`) }
}
