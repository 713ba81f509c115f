import ts from 'typescript'

/** A text in a value: where it stands, and which field of which type it is (`Answer(given).text`). */
export interface TextField {
  readonly where: readonly (string | number)[]
  readonly path: string
}

/** The texts of a type, read from the type itself: a field added to it is found without being told. */
export interface TextFields {
  /** Every field of the type, and of the types it is made of, in which text may stand. */
  readonly paths: readonly string[]
  /** The texts of a value of the type. */
  of(value: unknown): readonly TextField[]
}

const OPTIONS: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }

const isText = (type: ts.Type): boolean => (type.flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) !== 0

/** Reads the exported types of source files, by file and name. */
export function textFieldsOf(types: readonly (readonly [file: string, name: string])[]): readonly TextFields[] {
  const program = ts.createProgram(types.map(([file]) => file), OPTIONS)
  const checker = program.getTypeChecker()

  const membersOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type])
  const itemOf = (type: ts.Type): ts.Type | undefined => (checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined)
  const entries = new Map<ts.Type, readonly { readonly name: string; readonly type: ts.Type }[]>()
  function properties(type: ts.Type): readonly { readonly name: string; readonly type: ts.Type }[] {
    const found = entries.get(type) ?? type.getProperties().map((property) => ({ name: property.name, type: checker.getTypeOfSymbol(property) }))
    entries.set(type, found)
    return found
  }
  /** What the members of a named union are called; a union with `undefined` has lost its name. */
  const known = new Map<ts.Type, string>()
  const remember = (type: ts.Type): void => { if (type.isUnion() && type.aliasSymbol) for (const member of type.types) known.set(member, type.aliasSymbol.name) }
  /** `Answer(given)`: the name of a type, with the kind that tells its members apart; nameless ones are called by where they stand. */
  function nameOf(member: ts.Type, path: string): string {
    const own = [member.aliasSymbol, member.symbol as ts.Symbol | undefined].find((symbol) => symbol && !symbol.name.startsWith('__'))
    const kind = member.getProperty('kind')
    const of = kind && checker.getTypeOfSymbol(kind)
    return `${own?.name ?? known.get(member) ?? path}${of?.isStringLiteral() ? `(${of.value})` : ''}`
  }

  function pathsIn(type: ts.Type, path: string, seen: Set<ts.Type>): readonly string[] {
    remember(type)
    return membersOf(type).flatMap((member): readonly string[] => {
      if (isText(member)) return [path]
      if ((member.flags & ts.TypeFlags.Object) === 0) return []
      const item = itemOf(member)
      if (item) return pathsIn(item, `${path}[]`, seen)
      if (seen.has(member)) return []
      seen.add(member)
      const index = checker.getIndexInfoOfType(member, ts.IndexKind.String)
      return index ? pathsIn(index.type, `${path}.*`, seen) : properties(member).flatMap((one) => pathsIn(one.type, `${nameOf(member, path)}.${one.name}`, seen))
    })
  }

  /** Whether a value may be of a member: what the member fixes is so in the value. */
  const fits = (member: ts.Type, value: Readonly<Record<string, unknown>>): boolean =>
    properties(member).every((one) => !one.type.isStringLiteral() || value[one.name] === one.type.value)

  function fieldsIn(type: ts.Type, value: unknown, path: string, where: readonly (string | number)[]): readonly TextField[] {
    return membersOf(type).flatMap((member): readonly TextField[] => {
      if (isText(member)) return typeof value === 'string' ? [{ where, path }] : []
      if ((member.flags & ts.TypeFlags.Object) === 0 || typeof value !== 'object' || value === null) return []
      const item = itemOf(member)
      if (item) return Array.isArray(value) ? value.flatMap((one, i) => fieldsIn(item, one, `${path}[]`, [...where, i])) : []
      const record = value as Readonly<Record<string, unknown>>
      if (Array.isArray(value) || !fits(member, record)) return []
      const index = checker.getIndexInfoOfType(member, ts.IndexKind.String)
      if (index) return Object.entries(record).flatMap(([key, one]) => fieldsIn(index.type, one, `${path}.*`, [...where, key]))
      return properties(member).flatMap((one) => (record[one.name] === undefined ? [] : fieldsIn(one.type, record[one.name], `${nameOf(member, path)}.${one.name}`, [...where, one.name])))
    })
  }

  return types.map(([file, name]): TextFields => {
    const source = program.getSourceFile(file)
    const symbol = source && checker.getExportsOfModule(checker.getSymbolAtLocation(source)!).find((one) => one.name === name)
    if (!symbol) throw new Error(`${file} exports no ${name}`)
    const type = checker.getDeclaredTypeOfSymbol(symbol)
    // The first walk only learns the names.
    pathsIn(type, name, new Set())
    return {
      paths: [...new Set(pathsIn(type, name, new Set()))],
      of(value) {
        const seen = new Set<string>()
        return fieldsIn(type, value, name, []).filter(({ where }) => {
          const key = JSON.stringify(where)
          return !seen.has(key) && seen.add(key)
        })
      },
    }
  })
}

/** The value with other texts at some places; everything else is the same. */
export function withTexts<T>(value: T, texts: readonly (readonly [where: TextField['where'], text: string])[]): T {
  // Not structuredClone: it keeps one object in two places one.
  const copy = JSON.parse(JSON.stringify(value)) as T
  for (const [where, text] of texts) {
    const parent = where.slice(0, -1).reduce<unknown>((at, key) => (at as Readonly<Record<string | number, unknown>>)[key], copy) as Record<string | number, unknown>
    Object.defineProperty(parent, where.at(-1)!, { value: text, enumerable: true, writable: true, configurable: true })
  }
  return copy
}
