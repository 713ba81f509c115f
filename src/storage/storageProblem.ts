/** Why nothing can be kept, or not now. */
export interface StorageProblem {
  readonly kind: 'newer' | 'superseded' | 'blocked' | 'full' | 'closed' | 'unavailable' | 'failed'
  /** For the user: what is the matter and what to do. */
  readonly message: string
}

const MESSAGES: { readonly [K in StorageProblem['kind']]: string } = {
  newer: '浏览器里的数据由更新版本的衡绩保存，本版本不会打开也不会改动它。请使用新版本，或在新版本中导出备份。',
  superseded: '衡绩的新版本已在另一个窗口打开，本窗口不能再保存。请刷新本页。',
  blocked: '衡绩的旧版本还开在另一个窗口，数据暂时不能升级。请关闭其他窗口后刷新本页。',
  full: '浏览器的存储空间已满，修改还没有保存。请清理磁盘空间，或先导出备份，再点“重试”。',
  closed: '浏览器关闭了本地数据库（可能正在清理网站数据），修改还没有保存。请不要关闭本页，点“重试”或导出备份。',
  unavailable: '浏览器不允许本页保存数据（例如无痕窗口或被策略禁用）。可以查看示例，但不能保存修改。',
  failed: '保存失败，修改还在本页中。请不要关闭本页，点“重试”或导出备份。',
}

/** A problem of one kind, in words. */
export const problemOf = (kind: StorageProblem['kind']): StorageProblem => ({ kind, message: MESSAGES[kind] })

const KINDS: { readonly [name: string]: StorageProblem['kind'] } = {
  QuotaExceededError: 'full', DatabaseClosedError: 'closed', InvalidStateError: 'closed', VersionError: 'newer',
  MissingAPIError: 'unavailable', SecurityError: 'unavailable', NotAllowedError: 'unavailable',
}

const names = (error: unknown): readonly string[] => {
  if (typeof error !== 'object' || error === null) return []
  const { name, inner } = error as { readonly name?: unknown; readonly inner?: unknown }
  return [...(typeof name === 'string' ? [name] : []), ...names(inner)]
}

/** What a rejection of the browser's storage means for the user. */
export function storageProblem(error: unknown): StorageProblem {
  const kind = names(error).map((name) => KINDS[name]).find((known) => known !== undefined)
  return problemOf(kind ?? 'failed')
}
