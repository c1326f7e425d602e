type AnyFunction = (...parameters: never[]) => unknown

/** The same function, answering later. */
type Later<Fn> = Fn extends (...parameters: infer Parameters) => infer Answer
  ? (...parameters: Parameters) => Promise<Awaited<Answer>>
  : never

/**
 * The handlers, each answering later. A module that does not compile has no names of its own: spreading its index
 * signature among the others would cost the compiler minutes and gigabytes, for the same error elsewhere.
 */
type LaterAll<Handlers> = string extends keyof Handlers
  ? Readonly<Record<never, never>>
  : { readonly [Name in keyof Handlers]: Later<Extract<Handlers[Name], AnyFunction>> }

/**
 * Handlers of a feature whose module is loaded at the first request for any of them: starting a worker
 * stays quick however much the tool can do.
 */
export function lazily<Handlers extends Readonly<Record<string, AnyFunction>>>(
  load: () => Promise<Handlers>,
  names: readonly (keyof Handlers & string)[],
): LaterAll<Handlers> {
  let loaded: Promise<Handlers> | null = null
  const entries = names.map((name) => [
    name,
    async (...parameters: never[]) => {
      loaded ??= load()
      const handlers = await loaded
      return handlers[name]?.(...parameters)
    },
  ])
  return Object.fromEntries(entries) as LaterAll<Handlers>
}
