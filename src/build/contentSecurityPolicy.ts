import type { Plugin } from 'vite'

/** What the page may do: its own scripts and styles, workers started from a blob, nothing else; no connection anywhere. */
export const policy = (scripts: string, styles: string): string => [
  "default-src 'none'",
  `script-src ${scripts}`,
  `style-src ${styles}`,
  `img-src ${scripts === "'self'" ? "'self' " : ''}data: blob:`,
  "font-src data:",
  `worker-src ${scripts === "'self'" ? "'self' " : ''}blob:`,
  "connect-src 'none'",
  ...(scripts === "'self'" ? ["manifest-src 'self'"] : []),
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vue default',
].join('; ')

/** Writes the policy into the built page; the dev server needs its own connections. */
export const contentSecurityPolicy = (): Plugin => ({
  name: 'hengji:content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy("'self'", "'self'") }, injectTo: 'head-prepend' },
  ],
})
