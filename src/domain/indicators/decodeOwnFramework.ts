import { list, name, object, optional, wholeNumber, words, type Decoder } from '../../kernel/decode'
import { frameworkDecoder } from './decodeFramework'
import type { FrameworkVersion, OwnFramework } from './ownFramework'

const count = wholeNumber(0, Number.MAX_SAFE_INTEGER)

/** 自有指标体系 from a backup or a file. */
export const ownFrameworkDecoder: Decoder<OwnFramework> = object<OwnFramework>({
  id: name(), revision: count, updatedAt: count, framework: frameworkDecoder, base: optional(frameworkDecoder),
  versions: list(object<FrameworkVersion>({ version: name(), at: count, note: words(2000), framework: frameworkDecoder }), 200),
})
