import type { Catalog } from '../catalog'
import { partIds, type FormOverlay } from '../forms/formOverlay'
import { lintFramework } from '../indicators/lint'
import { NAME_SLOTS, type TaskPackage } from './taskPackage'

const repeated = (values: readonly string[]): readonly string[] => [...new Set(values.filter((value, i) => value !== '' && values.indexOf(value) !== i))]

function overlayFaults(overlay: FormOverlay, { forms }: Pick<Catalog, 'forms'>): readonly string[] {
  const form = forms.find(({ id }) => id === overlay.form)
  if (!form) return [`表样“${overlay.title ?? overlay.form}”：本版本没有这张表，打开的单位填不了。`]
  const { rows, columns } = partIds(form)
  const unknown = [
    ...Object.keys(overlay.rows ?? {}).filter((id) => !rows.has(id)), ...Object.keys(overlay.columns ?? {}).filter((id) => !columns.has(id)),
    ...(overlay.leftOut ?? []).filter((id) => !rows.has(id) && !columns.has(id)),
  ]
  return unknown.length > 0 ? [`表样“${form.name}”：改到了表里没有的行或栏（${unknown.slice(0, 3).join('、')}），这些改动不起作用。`] : []
}

const isDay = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  const last = [31, Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1]
  return last !== undefined && Number(day) >= 1 && Number(day) <= last
}

/** What a 填报任务包 should be mended in before it is sent out; each a sentence. */
export function taskFaults(task: TaskPackage, catalog: Pick<Catalog, 'forms' | 'outlines'>): readonly string[] {
  const faults: string[] = []
  if (task.deadline !== null && !isDay(task.deadline)) faults.push(`截止日期写作“${task.deadline}”，没有这一天。`)
  else if (task.deadline !== null && Number(task.deadline.slice(0, 4)) <= task.year) faults.push(`截止日期 ${task.deadline} 不晚于评价年度 ${task.year}，请核对年度或日期。`)
  if (!catalog.outlines.some(({ id }) => id === task.outline)) faults.push('报告提纲：本版本没有这份提纲。')
  faults.push(...lintFramework(task.framework).map(({ message }) => `指标体系：${message}。`))
  faults.push(...task.forms.flatMap((overlay) => overlayFaults(overlay, catalog)))
  const slots = [...task.naming.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '')
  const unknown = slots.filter((slot) => !(NAME_SLOTS as readonly string[]).includes(slot))
  if (unknown.length > 0) faults.push(`命名规则里的“{${unknown[0]}}”不认识，可用 ${NAME_SLOTS.map((slot) => `{${slot}}`).join('、')}。`)
  if (task.naming !== '' && !slots.includes('材料名')) faults.push('命名规则里没有{材料名}，几份材料会重名。')
  if (task.units.length > 1 && task.naming !== '' && !slots.some((slot) => slot === '预算编码' || slot === '单位名称' || slot === '单位简称')) faults.push('命名规则里没有单位，各单位交来的文件会重名。')
  for (const code of repeated(task.units.map(({ code: own }) => own))) faults.push(`单位名单：预算编码 ${code} 出现了两次。`)
  for (const name of repeated(task.units.map(({ name: own }) => own))) faults.push(`单位名单：“${name}”出现了两次。`)
  for (const number of repeated(task.materials.map(({ number: own }) => own))) faults.push(`报送材料：${number}出现了两次。`)
  return faults
}

/** A unit list as it is pasted: one line a unit, code, name and 简称 parted by tabs, commas or blanks. Error: the lines that make no sense. */
export function readUnits(text: string): { readonly units: TaskPackage['units']; readonly unread: readonly string[] } {
  const units: TaskPackage['units'][number][] = []
  const unread: string[] = []
  for (const line of text.split(/\r?\n/).map((one) => one.trim()).filter((one) => one !== '')) {
    const parts = line.split(/[\t,，;；]|\s{1,}/).map((part) => part.trim()).filter((part) => part !== '')
    const code = /^[\dA-Za-z-]{3,}$/.test(parts[0] ?? '') ? parts.shift()! : ''
    if (parts.length === 0 || parts.length > 2) unread.push(line)
    else units.push({ code, name: parts[0]!, ...(parts[1] === undefined ? {} : { short: parts[1] }) })
  }
  return { units, unread }
}
