import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument, OPS, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { CharacterMaps } from './characterMaps'

export { OPS }
export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Opens a PDF on this thread (ours is the worker already): no fetch, no code from text, no fonts, no pictures. Rejects with pdf.js's exceptions. */
export const openPdf = (bytes: Uint8Array): Promise<PDFDocumentProxy> => getDocument({
  // pdf.js takes the bytes away with it.
  data: bytes.slice(),
  useWorkerFetch: false, isEvalSupported: false, useWasm: false, disableFontFace: true, isOffscreenCanvasSupported: false, isImageDecoderSupported: false,
  useSystemFonts: false, maxImageSize: 1, enableXfa: false, stopAtErrors: false,
  cMapUrl: 'module:/', standardFontDataUrl: 'module:/', cMapPacked: true, BinaryDataFactory: CharacterMaps,
  verbosity: VerbosityLevel.ERRORS,
}).promise
