const NUMBER = 'content: "— " counter(page) " —"; font: 14pt/6mm "SimSun", "Noto Serif CJK SC", serif; vertical-align: top;'
const OUTER = `@page :right { @bottom-right { ${NUMBER} padding: 4mm 14pt 0 0; } } @page :left { @bottom-left { ${NUMBER} padding: 4mm 0 0 14pt; } }`
const CENTRE = `@page { @bottom-center { ${NUMBER} padding: 4mm 0 0; } }`
/** 封面 and 目录 bear no number and are not counted. */
const FRONT = '@page front { counter-increment: page 0; @bottom-center { content: none; } } @page front:right { @bottom-right { content: none; } } @page front:left { @bottom-left { content: none; } }'

/** Page numbers of a print job, at the outer edge or in the middle; taken away again by the function returned. A rule for pages cannot follow a class, so it comes and goes with the preview. */
export function numberPages(place: 'outer' | 'centre'): () => void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`${place === 'centre' ? CENTRE : OUTER} ${FRONT}`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => { document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet) }
}
