/** A rule's words while they are read: which of them were understood. */
export class RuleText {
  /** Without spaces, figures and signs in half width, small Chinese numbers as digits. */
  readonly text: string
  private readonly taken: boolean[]

  constructor(text: string) {
    this.text = plainRule(text)
    this.taken = Array.from({ length: this.text.length }, () => false)
  }

  /** Marks a match's words as understood. */
  use(match: { readonly index: number; readonly 0: string }): void {
    this.taken.fill(true, match.index, match.index + match[0].length)
  }

  /** The understood pieces, in their order. */
  get used(): readonly string[] {
    return this.pieces(true)
  }

  /** Pieces not understood that still speak of points: a rule with one of these is not fully read. */
  get unread(): readonly string[] {
    return this.pieces(false).flatMap((piece) => piece.split(/[;。\n]/)).map((piece) => piece.replace(/^[,、:的]+|[,、:]+$/g, ''))
      .filter((piece) => /扣|不得分|满分|\d分|不计分|计分|得分|加分|酌情/.test(piece.replace(/^(?:本项|该项|指标)?得分=?$|^[^\d]{0,12}(?:得分|计分)(?:标准|方法|办法)$/, '')))
  }

  private pieces(taken: boolean): readonly string[] {
    const found: string[] = []
    let from = 0
    for (let i = 1; i <= this.text.length; i++) {
      if (i < this.text.length && this.taken[i] === this.taken[from]) continue
      if (this.taken[from] === taken) found.push(this.text.slice(from, i))
      from = i
    }
    return found
  }
}

const CHINESE: { readonly [digit: string]: string } = { 一: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9', 十: '10' }

/** Spaces out, half width, 一个百分点 → 1个百分点, 百分之五 → 5%. Circled numbers stay: they count points. */
export function plainRule(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[ \t\u00a0\u3000]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[～∼〜]/g, '~').replace(/[–—－―]+/g, '-').replace(/[×✕xX＊](?=[\d(分权该])/g, '*').replace(/≦/g, '≤').replace(/≧/g, '≥').replace(/>=/g, '≥').replace(/<=/g, '≤')
    .replace(/百分之([一二三四五六七八九十])(?![一二三四五六七八九十百])/g, (_all, digit: string) => `${CHINESE[digit] ?? digit}%`)
    .replace(/[一二两三四五六七八九十](?=个百分点|个|项|例|次|处|起|笔|件|人次|条|分(?![值数为析别配类])|年度?内)/g, (digit) => CHINESE[digit] ?? digit)
}

/** A number as patterns write it. */
export const NUMBER = String.raw`\d+(?:\.\d+)?`
