import { assembleText } from './assembleText'
import { decodeEntities } from './entities'
import type { ReportText } from '../../domain/checkup/reportText'

const NAMED: { readonly [name: string]: string } = {
  nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', mdash: '—', ndash: '–', hellip: '…', middot: '·', bull: '•',
  yen: '¥', times: '×', divide: '÷', plusmn: '±', minus: '−', permil: '‰', le: '≤', ge: '≥', ne: '≠', sup2: '²', laquo: '«', raquo: '»', copy: '©', reg: '®',
}

const BLOCKS = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'section', 'article', 'header', 'footer', 'main', 'blockquote', 'pre', 'center', 'form', 'hr', 'caption', 'body', 'nav', 'aside', 'table', 'tbody', 'thead', 'tfoot'])
/** Elements whose content is not the report's. */
const SILENT = /<(script|style|title|head|noscript|template|textarea|select|svg|object)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)/gi

const spanOf = (tag: string): number => {
  const span = Number(/\bcolspan\s*=\s*["']?(\d{1,3})/i.exec(tag)?.[1] ?? '1')
  return Math.min(Math.max(span, 1), 60)
}

/** HTML (pasted, or a page saved) as a report: only its words and tables are taken, nothing of it is ever made part of the page. */
export function readHtml(html: string): ReportText {
  const assembly = assembleText()
  let words = ''
  let cells: string[] | null = null
  let span = 1
  let inCell = false
  let depth = 0

  const endCell = (): void => {
    if (cells && inCell) cells.push(words, ...Array.from({ length: span - 1 }, () => ''))
    words = ''
    span = 1
    inCell = false
  }
  const endBlock = (): void => {
    if (cells) words += ' '
    else {
      assembly.add('paragraph', words)
      words = ''
    }
  }
  const endRow = (): void => {
    if (!cells) return
    endCell()
    assembly.row(cells)
    cells = null
    words = ''
  }

  const body = html.replace(SILENT, '')
  let at = 0
  for (const match of body.matchAll(/<(\/?)([a-z][a-z0-9:]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi)) {
    words += decodeEntities(body.slice(at, match.index), NAMED).replace(/[\r\n]+/g, ' ')
    at = match.index + match[0].length
    const [, slash, raw = '', rest = ''] = match
    const name = raw.toLowerCase()
    if (name === 'br') words += cells ? ' ' : '\n'
    else if (name === 'tr') {
      endRow()
      endBlock()
      if (slash === '' && depth > 0) cells = []
    } else if (name === 'td' || name === 'th') {
      endCell()
      if (slash === '') {
        inCell = true
        span = spanOf(rest)
      }
    } else if (name === 'table') {
      endRow()
      endBlock()
      depth = Math.max(0, depth + (slash === '' ? 1 : -1))
      if (slash === '') assembly.table()
    } else if (BLOCKS.has(name)) endBlock()
  }
  words += decodeEntities(body.slice(at), NAMED)
  endRow()
  assembly.add('paragraph', words)
  return assembly.done()
}
