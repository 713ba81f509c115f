import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '..', 'src')
const code = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n')
const rows = readFileSync(join(src, 'GLOSSARY.md'), 'utf8').split('\n').filter((line) => line.startsWith('| ') && line.includes('`'))
const identifiers = rows.flatMap((row) => [...(row.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]!))

describe('the glossary', () => {
  it('has a term for everything it names', () => expect(rows.length).toBeGreaterThan(40))
  it.each(identifiers)('%s stands in the code', (identifier) => expect(code.includes(identifier)).toBe(true))
})
