import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256 } from '../../src/kernel/sha256'

it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('the digest of %j is the published one', (text, digest) => expect(sha256(new TextEncoder().encode(text))).toBe(digest))

it('the digest of any bytes is that of another engine', () =>
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => { expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex')) })))
