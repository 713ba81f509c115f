import type { OwnFramework } from '../domain/indicators/ownFramework'
import { err, ok, type Result } from '../kernel/result'
import type { Database } from './database'

/** Another window wrote first; nothing was written. */
export interface NewerFramework {
  readonly kind: 'newer'
  /** As it stands; null where it was removed. */
  readonly standing: OwnFramework | null
}

/** 自有指标体系 as the app may ask storage for them. */
export interface Frameworks {
  /** Most recently changed first. */
  list(): Promise<readonly OwnFramework[]>
  /** Keeps it upon the revision its own `revision` names (0 for a new one); the kept one counts one more. */
  write(own: OwnFramework): Promise<Result<OwnFramework, NewerFramework>>
  remove(id: string): Promise<void>
}

const byUpdate = (a: OwnFramework, b: OwnFramework): number => b.updatedAt - a.updatedAt || a.id.localeCompare(b.id)

const next = (own: OwnFramework): OwnFramework => ({ ...own, revision: own.revision + 1 })

/** Own frameworks in IndexedDB. */
export const dexieFrameworks = ({ frameworks }: Database): Frameworks => ({
  list: async () => (await frameworks.toArray()).sort(byUpdate),
  write: (own) => frameworks.db.transaction('rw', frameworks, async () => {
    const standing = await frameworks.get(own.id)
    if ((standing?.revision ?? 0) !== own.revision) return err({ kind: 'newer' as const, standing: standing ?? null })
    await frameworks.put(next(own))
    return ok(next(own))
  }),
  remove: (id) => frameworks.delete(id),
})

/** The memory twin. */
export function memoryFrameworks(): Frameworks {
  const kept = new Map<string, OwnFramework>()
  return {
    list: async () => structuredClone([...kept.values()].sort(byUpdate)),
    async write(own) {
      const standing = kept.get(own.id)
      if ((standing?.revision ?? 0) !== own.revision) return err({ kind: 'newer', standing: structuredClone(standing ?? null) })
      kept.set(own.id, structuredClone(next(own)))
      return ok(structuredClone(next(own)))
    },
    async remove(id) { kept.delete(id) },
  }
}
