import type { Page } from 'playwright-core'

/** What a page holds that text must never become, and whether any of it ran. */
export const traces = (page: Page) => page.evaluate(() => ({
  hit: 'hit' in window,
  made: [...document.querySelectorAll('script, iframe, frame, object, embed, base, meta[http-equiv="refresh" i], form[action], link[href^="http"], a[href^="javascript" i], a[href^="data" i], img:not([src^="blob:"], .ProseMirror-separator), video, audio, math, template, svg[onload], [onerror], [onload], [onclick], [onmouseover], [ontoggle]')]
    .filter((one) => !one.closest('head') || ['BASE', 'META'].includes(one.tagName)).map((one) => one.outerHTML.slice(0, 100)).filter((html) => !html.includes('assets/index-')),
}))

/** Nothing ran, nothing was made. */
export const NO_TRACES = { hit: false, made: [] }
