import { decode, literal, object, problemText } from '../../kernel/decode'
import { err, ok, type Result } from '../../kernel/result'
import { taskDecoder } from './decodeTask'
import type { TaskPackage } from './taskPackage'

/** What the file is called inside. */
const KIND = 'hengji.task'

interface TaskFile {
  readonly kind: typeof KIND
  readonly task: TaskPackage
}

const fileDecoder = object<TaskFile>({ kind: literal(KIND), task: taskDecoder })

/** A 填报任务包 as the text of one file. Holds no figure of any unit. */
export const taskText = (task: TaskPackage): string => JSON.stringify({ kind: KIND, task } satisfies TaskFile, null, 1)

/** A 填报任务包 from such a text. Error: a plain sentence. */
export function readTask(text: string): Result<TaskPackage, string> {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return err('这不是填报任务包，或没有传完。请向发文单位重新要一份。')
  }
  const task = typeof value === 'object' && value !== null && 'task' in value ? value.task : null
  const format = typeof task === 'object' && task !== null && 'format' in task ? task.format : null
  if (typeof format === 'number' && format > 1) return err('这个任务包由更新版本的衡绩制作，请先更新本页再打开。')
  const decoded = decode(fileDecoder, value)
  return decoded.ok ? ok(decoded.value.task) : err(`这不是完好的填报任务包（${problemText(decoded.error[0]!)}）。请向发文单位重新要一份。`)
}
