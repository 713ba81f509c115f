import type { Flow } from './flow'
import type { Figure } from './figure'
import type { Mention, Role, Slot } from './mention'
import { coreName } from './nameWords'

const UP = '增长|增加|增幅|增收|增支|超收|多收|新增|上升|提高|上涨|提升|多支|超支|增|升'
const DOWN = '减少|下降|降低|减幅|降幅|减支|减收|少收|少支|短收|压减|压缩|回落|下滑|缩减|核减|节约|节支|结余|减|降'
const DIRECTION = new RegExp(`(${UP}|${DOWN})(?:了|额|率|幅度?|比例|幅度为|约|近|为|达|：|（境）)*[）]?$`)
/** 增加人员经费20万元: what grew stands between. */
const DIRECTION_OF = new RegExp(`(?:^|[^较比])(增加|减少|新增|追加|核减|压减)[^，。；：、\\d增减]{1,12}$`)
const TO = /(?:增加|增长|减少|下降|降低|降|增|提高|上升)(?:到|至|为)(?:了)?$/
const IS_UP = new RegExp(`^(?:${UP})$`)
const COMPLETES = /完成|执行率|节约率|结余率|执行比例|完成比例|完成率|支付率|支出率|使用率|到位率|控制率|预算执行|执行进度|支出进度|拨付进度|支付进度|办结率|办理率|结案率|合格率|达标率|回复率|答复率|整改率|通过率/
/** 增加（减少）: the template's choice was not made. */
const EITHER = new RegExp(`(?:${UP}|${DOWN})[（/](?:${UP}|${DOWN})[）]?$`)
const TARGET = /(?:任务|计划|目标|指标|年初预算|全年预算|预算数)(?:任务|总?数|总?额|值)?$/
const REASON = /原因|由于|因为|主要是|系因|是因|导致/
const LAST_YEAR = /上年|去年|上一年|同期/
const PRICE = /(?:每|[人户车批次台亩生师村校店件日月]均|平均|均价|单价|标准)[^，。；]{0,10}$/
const BREAK = /[，。；：、\n\t！？]/
/** What an amount is compared with. */
const COMPARED = /(?:比|较|与|超)((?:上|去|同|年初|全年|调整|预算|(?:19|20)\d\d)[^，。；]*)/
const CONTINUES = /^(?:和|及|与|以及|、|，)$/
const RUNS: ReadonlySet<Role> = new Set(['amount', 'change', 'rate', 'share', 'completion'])
const LONGEST = 60

const SLOTS: readonly (readonly [RegExp, Slot])[] = [
  [/年初(?:部门)?(?:批复)?(?:的)?预算|初始预算|批复预算|预算批复/, 'original'], [/调整后?(?:的)?预算|预算调整数/, 'adjusted'], [/全年预算/, 'full'],
  [/决算|执行数|实际支出|实际执行|支出数|执行了|实际使用|实际完成|实际发生|已支付|已支出|已拨付|已使用/, 'actual'], [/预算/, 'budget'],
]

/** The clause in front of a figure, brackets inside it closed: 因公出国（境）费. Not beyond the figure before. */
function clauseBefore(text: string, start: number, least: number): string {
  let at = start
  let open = 0
  const stop = Math.max(least, start - LONGEST)
  while (at > stop) {
    const char = text[at - 1]!
    if (char === '）') open += 1
    else if (char === '（') {
      if (open === 0) break
      open -= 1
    } else if (open === 0 && BREAK.test(char) && !(char === '、' && /^\S/.test(text[at] ?? ''))) break
    at -= 1
  }
  return text.slice(at, start)
}

/** 一般公共预算 is a fund, not a budget figure. */
const FUND = /(?:一般公共|一般|地方|财政|政府性基金|国有资本经营|公共财政|社会保险基金)预算|预算(?:单位|拨款|内|外|管理|年度)/g

function slotOf(clause: string): Slot {
  const words = clause.replace(FUND, '')
  return SLOTS.find(([pattern]) => pattern.test(words))?.[1] ?? 'plain'
}

function yearOf(clause: string): number | null {
  const years = clause.match(/(?:19|20)\d\d(?=年)/g)
  return years ? Number(years.at(-1)) : null
}

/** The words that say what a share is of: 占本年支出合计的 → 本年支出合计. */
const shareOf = (clause: string): string | null => {
  const match = /占(?:到|了)?([^占，。；]*?)(?:的)?(?:比重|比例|份额)?(?:约|近|达到?|为|分别为|分别|：)*$/.exec(clause)
  return match ? match[1]!.replace(/比$/, '') : null
}

interface Said {
  readonly role: Role
  readonly sign: 1 | -1 | 0
  readonly of: string
}

/** What a percentage is, by the words in front. `gap`: all words since the figure before. */
function percentRole(clause: string, gap: string, previous: Mention | undefined): Said {
  // 98/100×100%: the last is no figure of the text.
  if (/[×*]$/.test(clause)) return { role: 'other', sign: 0, of: '' }
  const share = shareOf(clause)
  // 占任务数的56%: how much of a target is done is no part of a whole.
  if (share !== null) return { role: TARGET.test(share) ? 'completion' : 'share', sign: 0, of: share }
  const direction = DIRECTION.exec(clause)
  if (direction && !/节约$|结余$/.test(direction[1]!)) return { role: 'rate', sign: IS_UP.test(direction[1]!) ? 1 : -1, of: /(?:比|较|与)(.*?)(?:相比)?(?:，|$)/.exec(gap)?.[1] ?? '' }
  if (COMPLETES.test(clause)) return { role: 'completion', sign: 0, of: /完成(?:了)?(.*?)(?:的)?$/.exec(clause)?.[1] ?? clause }
  // 完成预算27万元的63.2%: the whole is the figure just before.
  if (/^(?:）)?的?(?:比例|比重)?的$|^的$/.test(gap) && previous) return { role: previous.clause.includes('占') && !TARGET.test(previous.clause) ? 'share' : 'completion', sign: 0, of: '' }
  return { role: 'other', sign: 0, of: '' }
}

/** What an amount or count is, by the words in front. */
function amountRole(clause: string, gap: string, figure: Figure, behind: string, previous: Mention | undefined): Said {
  const none = { sign: 0, of: '' } as const
  if (/^(?:的|（[^）]*）的)?\d[\d.]*%/.test(behind) && /占|完成/.test(clause)) return { role: 'whole', ...none }
  if (figure.vague === 'atLeast' || figure.vague === 'atMost') return { role: 'bound', ...none }
  if (TO.test(clause)) return { role: 'amount', ...none }
  const found = DIRECTION.exec(clause) ?? DIRECTION_OF.exec(clause)
  // 新增就业5200人: what is new is counted, nothing changed by it.
  const direction = found?.[1] === '新增' && figure.quantity.kind === 'count' && !clause.endsWith('新增') ? null : found
  if (direction && !/^(?:年末|累计)?结余$|^结余/.test(clause.slice(Math.max(0, direction.index - 2))) && !/结转和?结余|结余为?$/.test(clause)) {
    // 与年初预算850万元相比减少: the figure before is what it is compared with.
    const compared = COMPARED.exec(gap)?.[1] ?? (gap.startsWith('相比') ? (previous?.clause ?? '') : '')
    return { role: REASON.test(clause) ? 'other' : 'change', sign: EITHER.test(clause) ? 0 : IS_UP.test(direction[1]!) || direction[1] === '追加' ? 1 : -1, of: compared }
  }
  if (/节约(?:资金|经费|支出|财政资金)?(?:为|了|共计|共)?$/.test(clause)) return { role: 'change', sign: -1, of: '预算' }
  if (PRICE.test(clause)) return { role: 'price', ...none }
  if (/(?:大于|小于|高于|低于|超过|多于|少于)[^，。；]{0,10}$/.test(clause)) return { role: 'change', sign: /大于|高于|超过|多于/.test(clause) ? 1 : -1, of: '预算' }
  if (/^(?:决算)?差[值额]/.test(clause)) return { role: 'other', ...none }
  if (LAST_YEAR.test(clause) && !/(?:上年|去年)(?:度)?(?:结转|结余)/.test(clause) && !/(?:比|较|与)(?:上年|去年)(?:同期)?(?:相比|持平)/.test(clause)) return { role: 'previous', ...none }
  if (/^(?:同)?(?:与|比|较)(?:19|20)\d\d年/.test(clause)) return { role: 'previous', ...none }
  return { role: 'amount', ...none }
}

/** Words in front of a figure, read: its role, name, slot, year. `sentence` counts within the line. */
export function mentionOf(flow: Flow, figure: Figure, previous: Mention | undefined, place: { readonly from: number; readonly sentence: number; readonly depth: number }): Mention {
  const least = previous && previous.figure.end > place.from ? previous.figure.end : place.from
  const gap = flow.text.slice(Math.max(least, figure.start - LONGEST), figure.start)
  const clause = clauseBefore(flow.text, figure.start, least)
  const behind = flow.text.slice(figure.end, figure.end + 12)
  const { kind } = figure.quantity
  if (previous && previous.figure.quantity.kind === kind && CONTINUES.test(gap) && previous.sentence === place.sentence && RUNS.has(previous.role) && (previous.continues !== null || /分别|各/.test(previous.clause) || kind === 'percent'))
    return { figure, role: previous.role, sign: previous.sign, of: previous.of, name: '', clause, slot: previous.slot, year: previous.year, sentence: place.sentence, continues: previous, depth: place.depth }
  const said: Said = kind === 'percent' ? percentRole(clause, gap, previous) : kind === 'points' || (kind === 'measure' && figure.quantity.unit !== '分') ? { role: 'other', sign: 0, of: '' } : amountRole(clause, gap, figure, behind, previous)
  const subject = said.role === 'change' || said.role === 'rate' || said.role === 'previous' ? clause.replace(/(?:比|较|与|同口径|同比).*$/, '') : clause
  return { figure, ...said, name: coreName(subject), clause, slot: slotOf(clause), year: yearOf(subject), sentence: place.sentence, continues: null, depth: place.depth }
}
