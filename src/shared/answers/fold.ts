/**
 * The one form in which questions and words are compared: half-width signs, small letters, no brackets,
 * waves and dashes alike. 「８０５０」 and 「8050」, 「（アウトリーチ）」 and 「アウトリーチ」 are the same.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[～〜−–—]/g, '~')
    .replaceAll(/[\s　()「」『』【】[\]・,、。．]/g, ' ')
    .replaceAll(/ヶ|ヵ|ケ月|カ月/g, 'か')
    .replaceAll(/ +/g, ' ')
    .trim()

/** A word of the vocabulary: as {@link fold}, without any room inside. */
export const foldWord = (text: string): string => fold(text).replaceAll(' ', '')
