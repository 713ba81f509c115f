/** An answer, or the reason there is none: for data and files. Our own faults throw instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** The answer. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })

/** The reason there is no answer. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error })
