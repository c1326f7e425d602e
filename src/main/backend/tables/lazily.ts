type AnyFunction = (...parameters: never[]) => unknown

/** The same function, answering later. */
type Later<Fn> = Fn extends (...parameters: infer Parameters) => infer Answer
  ? (...parameters: Parameters) => Promise<Awaited<Answer>>
  : never

/**
 * Handlers of a feature whose module is loaded at the first request for any of them: starting a worker
 * stays quick however much the tool can do.
 */
export function lazily<Handlers extends Readonly<Record<string, AnyFunction>>>(
  load: () => Promise<Handlers>,
  names: readonly (keyof Handlers & string)[],
): { readonly [Name in keyof Handlers]: Later<Handlers[Name]> } {
  let loaded: Promise<Handlers> | null = null
  const entries = names.map((name) => [
    name,
    async (...parameters: never[]) => {
      loaded ??= load()
      const handlers = await loaded
      return handlers[name]?.(...parameters)
    },
  ])
  return Object.fromEntries(entries) as { readonly [Name in keyof Handlers]: Later<Handlers[Name]> }
}
