/** Strips `readonly` at every depth: zod infers mutable types, the shared types are frozen. */
export type Writable<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? Writable<Item>[]
    : T extends object
      ? { -readonly [Key in keyof T]: Writable<T[Key]> }
      : T

/** `true` exactly when both types accept each other's values; used as `proven<Same<A, B>>()`. */
export type Same<A, B> = [Writable<A>] extends [Writable<B>]
  ? [Writable<B>] extends [Writable<A>]
    ? true
    : false
  : false

/** Fails to compile unless its type argument is `true`: a schema that drifts from its type stops the build. */
export function proven<Proof extends true>(): Proof | null {
  return null
}
