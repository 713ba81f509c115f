/** The part of Trusted Types that is used here; the DOM types of TypeScript do not have it yet. */
interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string; createScriptURL(url: string): string; createScript(text: string): string }): unknown
}

function refuse(what: string): never {
  throw new TypeError(`refused: ${what}`)
}

const ownScript = (url: string): boolean => {
  const { protocol, origin } = new URL(url, location.href)
  return protocol === 'blob:' || origin === location.origin
}

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes

/** No HTML from text but the empty one, no script from text, script addresses only of this page. Imported first. */
factory?.createPolicy('default', {
  createHTML: (text) => (text === '' ? text : refuse('HTML from text')),
  createScriptURL: (url) => (ownScript(url) ? url : refuse('a foreign script')),
  createScript: () => refuse('script from text'),
})
