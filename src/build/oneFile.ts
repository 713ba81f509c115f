import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'
import { policy } from './contentSecurityPolicy.ts'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const textOf = (source: string | Uint8Array): string => (typeof source === 'string' ? source : new TextDecoder().decode(source))

/** Everything of a bundle that ends with `extension`, and its one page. */
function parts(bundle: Rolldown.OutputBundle): { readonly page: Rolldown.OutputAsset; readonly code: string; readonly css: string } {
  const assets = Object.values(bundle).filter((one) => one.type === 'asset')
  const page = assets.find(({ fileName }) => fileName.endsWith('.html'))
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
  if (!page || chunks.length !== 1) throw new Error(`one page and one script were expected, found ${chunks.map(({ fileName }) => fileName).join()}`)
  return { page, code: chunks[0]?.code ?? '', css: assets.filter(({ fileName }) => fileName.endsWith('.css')).map(({ source }) => textOf(source)).join('\n') }
}

/** 单文件版: the whole page in one HTML file, for a USB stick or a shared folder. Its policy names script and style by their hash, so nothing else runs. */
export const oneFile = (fileName: string): Plugin => ({
  name: 'hengji:one-file',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const { page, code: written, css } = parts(bundle)
      // What would end the script element early is written otherwise; in strings and expressions it means the same.
      const code = written.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
      const html = textOf(page.source)
        .replace(/<script type="module"[^>]*><\/script>/, '')
        .replace(/<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
        .replace('<head>', () => `<head><meta http-equiv="Content-Security-Policy" content="${policy(hashOf(code), hashOf(css))}">`)
        .replace('</head>', () => `<style>${css}</style></head>`)
        .replace('</body>', () => `<script type="module">${code}</script></body>`)
      for (const name of Object.keys(bundle)) delete bundle[name]
      this.emitFile({ type: 'asset', fileName, source: html })
    },
  },
})
