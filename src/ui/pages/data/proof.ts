/** The version of package.json. */
export const version = import.meta.env['VITE_VERSION'] as string

/** Requests since the page was opened that went anywhere but to the page's own files. */
export function requestsElsewhere(): number {
  const own = location.protocol === 'file:' ? location.href.replace(/[#?].*$/, '') : `${location.origin}/`
  return performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(own) && !/^(blob|data):/.test(name)).length
}

/** What tells this build from every other: the entry's file name, which carries its hash; in the one-file page the hash of its script from the policy. */
export function buildMark(): string {
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? ''
  const hash = /script-src '(sha256-[^']+)'/.exec(policy)?.[1]
  return hash ?? document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src.replace(/^.*\//, '') ?? '开发版'
}
