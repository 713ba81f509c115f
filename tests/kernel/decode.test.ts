import { describe, expect, it } from 'vitest'
import { decode, decimalText, dictionary, list, literal, name, object, optional, problemText, recursive, variant, words, type Decoder } from '../../src/kernel/decode'

interface Sheet { readonly title: string; readonly amount?: string; readonly rows: readonly { readonly id: string }[] }
const sheet = object<Sheet>({ title: name(), amount: optional(decimalText), rows: list(object<{ id: string }>({ id: name() })) })
const problems = (decoder: Decoder<unknown>, value: unknown) => {
  const read = decode(decoder, value)
  return read.ok ? [] : read.error.map(problemText)
}

type Tree = { readonly kind: 'leaf'; readonly text: string } | { readonly kind: 'branch'; readonly of: readonly Tree[] }
const tree: Decoder<Tree> = variant<Tree, 'kind'>('kind', {
  leaf: object<Extract<Tree, { kind: 'leaf' }>>({ kind: literal('leaf'), text: words() }),
  branch: object<Extract<Tree, { kind: 'branch' }>>({ kind: literal('branch'), of: list(recursive(() => tree)) }),
})

describe('reading unknown values', () => {
  it('gives back what has the asked shape', () => {
    const value = { title: '专项支出', amount: '187.50', rows: [{ id: 'p1' }] }
    expect(decode(sheet, value)).toEqual({ ok: true, value })
  })

  it('collects every failure with its path, what was expected and what was found', () => {
    expect(problems(sheet, { title: 3, amount: '18万', rows: [{ id: 'a' }, { id: '' }, null], extra: true })).toEqual([
      'extra：不应有这一项',
      'title：应为文字，实际是3',
      'amount：应为数字（如 187.50），实际是“18万”',
      'rows[1].id：应为不为空的文字，实际是“”',
      'rows[2]：应为一组数据，实际是空值',
    ])
  })

  it('names what is lacking', () => expect(problems(sheet, { title: '表' })).toEqual(['rows：缺少这一项']))

  it('does not take an inherited name for a given one', () => {
    const own = object<{ constructor: string }>({ constructor: words() } as never)
    expect(problems(own, {})).toEqual(['constructor：缺少这一项'])
  })

  it('keeps constructor as a key that is data, refuses __proto__, and changes no prototype', () => {
    const read = decode(dictionary(words()), JSON.parse('{"constructor":"一","toString":"二"}'))
    expect(read.ok && Object.entries(read.value)).toEqual([['constructor', '一'], ['toString', '二']])
    expect(problems(dictionary(words()), JSON.parse('{"__proto__":"三"}'))).toEqual(['__proto__：应为1～300 字的名称，实际是“__proto__”'])
    expect(problems(sheet, JSON.parse('{"title":"表","rows":[],"__proto__":{"polluted":1}}'))).toEqual(['__proto__：不应有这一项'])
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('refuses an unknown kind by naming the known ones', () =>
    expect(problems(tree, { kind: 'branch', of: [{ kind: 'root' }] })).toEqual(['of[0].kind：应为leaf、branch 之一，实际是“root”']))

  it('refuses a tree without end before anything recurses into it', () => {
    const endless: { kind: string; of: unknown[] } = { kind: 'branch', of: [] }
    endless.of.push(endless)
    let deep: unknown = { kind: 'leaf', text: '' }
    for (let i = 0; i < 50_000; i++) deep = { kind: 'branch', of: [deep] }
    for (const value of [endless, deep]) expect(problems(tree, value)).toEqual(['整个内容：应为不超过 120 层、1000000 项的数据，实际是过大或嵌套过深的数据'])
  })

  it('tells at most a hundred problems', () =>
    expect(problems(list(name()), Array.from({ length: 5000 }, () => 1))).toHaveLength(100))
})
