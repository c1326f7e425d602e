/** Profiles of books, and what was received (取込). */
export const intake = ``
