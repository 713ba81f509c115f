/** 命名规则 where the bureau gives none. */
export const DEFAULT_NAMING = '{序号}-{单位}-{年度}-{材料}'
/** What a rule may hold. */
export const NAMING_PARTS = ['序号', '预算编码', '单位', '单位简称', '年度', '材料'] as const

/** The words behind a rule's parts. */
export type NamingWords = { readonly [P in (typeof NAMING_PARTS)[number]]: string }

/** The same parts as a 填报任务包 names them. */
const ALIASES: { readonly [alias: string]: (typeof NAMING_PARTS)[number] } = { 附件号: '序号', 单位名称: '单位', 材料名: '材料' }

/** What a file's name may be long without its extension: paths of Windows end at 260. */
const MOST = 120

/** A file's name by the rule; what Windows cannot bear becomes _, an empty part falls out with its dash. */
export function nameBy(rule: string, words: NamingWords, extension: string): string {
  const filled = rule.replace(/\{([^{}]*)\}/g, (slot, part: string) => {
    const name = Object.hasOwn(ALIASES, part) ? ALIASES[part]! : part
    return Object.hasOwn(words, name) ? words[name as keyof NamingWords] : slot
  })
  // eslint-disable-next-line no-control-regex
  const plain = filled.replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '_').replace(/-{2,}/g, '-').replace(/^[-_. ]+|[-_. ]+$/g, '')
  const short = [...plain].slice(0, MOST).join('').trim()
  const ending = extension.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 10)
  return `${short === '' ? '材料' : short}${ending === '' ? '' : `.${ending}`}`
}

/** The names with those that meet another (as Windows compares them) told apart by （2）, （3）. */
export function apart(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let free = name
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = name.replace(/(\.[^.]+)?$/, (extension) => `（${n}）${extension}`)
    taken.add(free.toLowerCase())
    return free
  })
}
