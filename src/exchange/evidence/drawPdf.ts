import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { CharacterMaps } from '../reportText/pdf/characterMaps'

/** One page of a PDF as a picture, and how many pages there are. */
export interface DrawnPage {
  readonly pages: number
  /** PNG. */
  readonly image: Uint8Array
}

/** A drawing surface of pdf.js, on a thread without a document. */
interface Surface { canvas: OffscreenCanvas; context: OffscreenCanvasRenderingContext2D | null }

class Surfaces {
  create(width: number, height: number): Surface {
    const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height))
    return { canvas, context: canvas.getContext('2d') }
  }
  reset(surface: Surface, width: number, height: number): void {
    surface.canvas.width = width
    surface.canvas.height = height
  }
  destroy(surface: Surface): void {
    surface.canvas.width = 0
    surface.canvas.height = 0
  }
}

/** Filters need a document; a preview does without. */
class NoFilters {
  addFilter(): string { return 'none' }
  addHCMFilter(): string { return 'none' }
  addAlphaFilter(): string { return 'none' }
  addLuminosityFilter(): string { return 'none' }
  addKnockoutFilter(): string { return 'none' }
  addHighlightHCMFilter(): string { return 'none' }
  destroy(): void {}
}

const MOST_PIXELS = 16_000_000

/** Draws a page (from 1) as wide as told, in pixels. Only where there is an OffscreenCanvas, as in our worker; rejects where the file is no PDF or locked. */
export async function drawPdf(bytes: Uint8Array, pageNumber: number, width: number): Promise<DrawnPage> {
  const options = {
    data: bytes,
    useWorkerFetch: false, isEvalSupported: false, useWasm: false, disableFontFace: true, useSystemFonts: true, enableXfa: false, isImageDecoderSupported: false,
    cMapUrl: 'module:/', standardFontDataUrl: 'module:/', cMapPacked: true, BinaryDataFactory: CharacterMaps, CanvasFactory: Surfaces, FilterFactory: NoFilters,
    maxImageSize: MOST_PIXELS, verbosity: VerbosityLevel.ERRORS,
  }
  const pdf = await getDocument(options).promise
  try {
    const page = await pdf.getPage(Math.min(Math.max(1, pageNumber), pdf.numPages))
    const natural = page.getViewport({ scale: 1 })
    const viewport = page.getViewport({ scale: Math.min(width / natural.width, Math.sqrt(MOST_PIXELS / (natural.width * natural.height))) })
    const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    // pdf.js draws on either kind of canvas; its types know only the document's.
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, canvasContext: canvas.getContext('2d') as unknown as CanvasRenderingContext2D, viewport }).promise
    return { pages: pdf.numPages, image: new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()) }
  } finally {
    await pdf.destroy()
  }
}
