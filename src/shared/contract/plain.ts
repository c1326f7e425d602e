/** The same JSON type without `readonly`, as the contract's schemas infer it. */
export type Plain<T> = T extends object ? { -readonly [Key in keyof T]: Plain<T[Key]> } : T

/** A copy for the contract: what comes out of the rules is read-only, what the schemas infer is not. */
export const plain = <T>(value: T): Plain<T> => structuredClone(value) as Plain<T>
