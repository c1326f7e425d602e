/**
 * A collection book that this tool issued carries its identity in two places, because either may be lost when
 * other programs save it again: a hidden defined name of this name whose formula is a string constant
 * (`"…"`), and a very hidden sheet of this name with the identity in A1. The sheet is no part of `Book.sheets`.
 */
export const collectionMarkName = 'fukushi_daicho_mark'

/** Written into both places; letters, digits, `-`, `.`, `:` and `_` only, so that no program quotes it differently. */
export const isCollectionMark = (text: string): boolean => /^[\w.:-]{1,200}$/.test(text)
