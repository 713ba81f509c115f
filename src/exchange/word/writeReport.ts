import { AlignmentType, Bookmark, Document, HeadingLevel, ImageRun, Packer, Paragraph, TableOfContents, TextRun, type FileChild, type IParagraphOptions } from 'docx'
import { CONTENTS_LEVELS, type Block, type PrintedRun, type ReportDocument } from '../../domain/report/document'
import { headingAnchor, otherAnchor, paragraphAnchor } from './anchors'
import { numberedPages, pageProperties } from './page'
import { wordTable } from './table'
import { font, halfPoints, textRuns, twips } from './text'
import { tracking, type TypographyProfile } from './typographyProfile'

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const

/** First line indented by two characters of the body. */
const indented = (profile: TypographyProfile) => ({ firstLine: twips(profile.body.size * 2), firstLineChars: 200 })

const text = (value: string): readonly PrintedRun[] => [{ kind: 'text', text: value }]

/** 封面: the title in the upper half, the lines below it. */
function coverOf(block: Extract<Block, { kind: 'cover' }>, profile: TypographyProfile): readonly Paragraph[] {
  const title = { font: font(profile.title.face), size: halfPoints(profile.title.size + 4), bold: profile.title.bold }
  const line = { font: font(profile.body.face), size: halfPoints(profile.body.size) }
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: twips(150), after: twips(180), line: twips(42), lineRule: 'exact' }, children: [new Bookmark({ id: otherAnchor(99_990), children: textRuns(text(block.title), title) })] }),
    ...block.lines.map((words, i) => new Paragraph({
      alignment: AlignmentType.CENTER, spacing: { line: twips(40), lineRule: 'exact' },
      children: [new Bookmark({ id: otherAnchor(99_991 + i), children: textRuns(text(words), line) })],
    })),
  ]
}

/** 目录: a field of Word over the headings; their pages are Word's to say, which it offers when the file is opened. */
function contentsOf(profile: TypographyProfile): readonly FileChild[] {
  return [
    new Paragraph({ pageBreakBefore: true, alignment: AlignmentType.CENTER, spacing: { line: twips(36), lineRule: 'exact', after: twips(profile.linePitch) }, children: [new TextRun({ text: '目　录', font: font(profile.title.face), size: halfPoints(profile.title.size) })] }),
    new TableOfContents('目录', { hyperlink: true, headingStyleRange: `1-${CONTENTS_LEVELS}` }),
  ]
}

/** 附件说明 and 落款 stand together, and never alone on a page: what comes before them goes with them. */
const closes = (next: Block | undefined): { readonly keepNext?: true } => (next?.kind === 'attachment' || next?.kind === 'signature' ? { keepNext: true } : {})

function blockOf(block: Block, next: Block | undefined, anchor: string, profile: TypographyProfile): readonly FileChild[] {
  const line: Pick<IParagraphOptions, 'spacing'> = { spacing: { line: Math.round(twips(profile.linePitch)), lineRule: 'exact' } }
  const spacing = tracking(profile)
  const tracked = spacing === 0 ? {} : { characterSpacing: spacing }
  const body = { font: font(profile.body.face), size: halfPoints(profile.body.size), ...tracked }
  const marked = (runs: readonly PrintedRun[], style: Parameters<typeof textRuns>[1]): readonly Bookmark[] => [new Bookmark({ id: anchor, children: textRuns(runs, style) })]
  switch (block.kind) {
    case 'title':
      return [new Paragraph({
        style: 'ReportTitle', alignment: AlignmentType.CENTER, spacing: { line: twips(36), lineRule: 'exact', after: twips(profile.linePitch) },
        children: marked(text(block.text), { font: font(profile.title.face), size: halfPoints(profile.title.size), bold: profile.title.bold }),
      })]
    case 'heading': {
      const style = profile.headings[block.level - 1]!
      return [new Paragraph({
        ...line, heading: LEVELS[block.level - 1]!, keepNext: true, ...(style.centred ? { alignment: AlignmentType.CENTER } : { indent: indented(profile) }),
        children: marked(text(block.number + block.text), { font: font(style.face), size: halfPoints(style.size), bold: style.bold, color: '000000', ...(style.size === profile.body.size ? tracked : {}) }),
      })]
    }
    case 'paragraph':
      return [new Paragraph({ ...line, ...closes(next), alignment: AlignmentType.JUSTIFIED, indent: indented(profile), children: marked(block.runs, body) })]
    case 'table':
      return wordTable(block, anchor, profile)
    case 'cover':
      return coverOf(block, profile)
    case 'contents':
      return contentsOf(profile)
    case 'chart':
      return [
        new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [new ImageRun({
          type: 'svg', data: new TextEncoder().encode(block.picture.svg), fallback: { type: 'png', data: block.picture.png },
          transformation: { width: block.picture.width, height: block.picture.height }, altText: { name: block.caption, title: block.caption, description: block.caption },
        })] }),
        new Paragraph({ ...line, alignment: AlignmentType.CENTER, children: marked(text(block.caption), { font: font(profile.table.face), size: halfPoints(profile.table.size) }) }),
      ]
    case 'signature':
      return block.lines.map((value, i) => new Paragraph({
        ...line, alignment: AlignmentType.RIGHT, keepLines: true, keepNext: i < block.lines.length - 1, indent: { right: twips(profile.body.size * 4) },
        spacing: { line: Math.round(twips(profile.linePitch)), lineRule: 'exact', ...(i === 0 ? { before: twips(profile.linePitch) } : {}) },
        children: i === 0 ? marked(text(value), body) : [new Bookmark({ id: `${anchor}${i}`, children: textRuns(text(value), body) })],
      }))
    case 'attachment':
      // 附件说明 stands a line below the text.
      return [new Paragraph({
        ...line, ...closes(next), indent: indented(profile), children: marked(text(`${block.number}${block.title}`), body),
        spacing: { line: Math.round(twips(profile.linePitch)), lineRule: 'exact', ...(block.number.startsWith('附件') ? { before: Math.round(twips(profile.linePitch)) } : {}) },
      })]
  }
}

/** A bookmark for every paragraph, by which an edited file is read back section by section. */
function anchorsOf(blocks: readonly Block[]): readonly string[] {
  const counts = new Map<string, number>()
  return blocks.map((block, i) => {
    if (block.kind === 'heading') return headingAnchor(block.section)
    if (block.kind !== 'paragraph' || block.section === '') return otherAnchor(i * 10)
    const at = counts.get(block.section) ?? 0
    counts.set(block.section, at + 1)
    return paragraphAnchor(block.section, at)
  })
}

/** The report as a .docx in the profile's layout: real heading styles, repeated table heads, page numbers. Holds no name or clock of ours. */
export async function writeReport(document: ReportDocument, profile: TypographyProfile): Promise<Uint8Array> {
  const headingStyles = Object.fromEntries(profile.headings.map((style, i) => [`heading${i + 1}`, {
    run: { font: font(style.face), size: halfPoints(style.size), bold: style.bold, color: '000000' },
    paragraph: { spacing: { before: 0, after: 0 } },
  }]))
  const anchors = anchorsOf(document.blocks)
  const children = document.blocks.map((block, i) => blockOf(block, document.blocks[i + 1], anchors[i]!, profile))
  const front = document.blocks.filter(({ kind }) => kind === 'cover' || kind === 'contents').length
  const file = new Document({
    title: document.blocks.flatMap((block) => (block.kind === 'title' ? [block.text] : []))[0] ?? '',
    creator: '', lastModifiedBy: '', description: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { font: font(profile.body.face), size: halfPoints(profile.body.size), language: { eastAsia: 'zh-CN' } } }, ...headingStyles },
      paragraphStyles: [{ id: 'ReportTitle', name: 'Report Title', basedOn: 'Normal', next: 'Normal', quickFormat: true }],
    },
    // 封面 and 目录 bear no page number; the text begins with 1.
    sections: [
      ...(front > 0 ? [{ properties: pageProperties(profile), children: children.slice(0, front).flat() }] : []),
      { ...numberedPages(profile, front > 0), children: children.slice(front).flat() },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}
