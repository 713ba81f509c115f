import { err, ok, type Result } from './result'

/**
 * Puts ids so that each comes after those it depends on.
 * Error: the ids of one cycle, in order.
 */
export function dependencyOrder<T extends string>(
  ids: readonly T[],
  dependsOn: (id: T) => readonly T[],
): Result<readonly T[], readonly T[]> {
  const done = new Set<T>()
  const path: T[] = []
  const visit = (id: T): readonly T[] | null => {
    if (done.has(id)) return null
    const at = path.indexOf(id)
    if (at >= 0) return path.slice(at)
    path.push(id)
    for (const next of dependsOn(id)) {
      const cycle = visit(next)
      if (cycle) return cycle
    }
    path.pop()
    done.add(id)
    return null
  }
  for (const id of ids) {
    const cycle = visit(id)
    if (cycle) return err(cycle)
  }
  return ok([...done])
}
