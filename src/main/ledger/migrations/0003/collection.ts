/** Collection books that were issued (回収用の様式). */
export const collection = ``
