/** Where the collection books stand: issued to a party, handed back, outstanding. */
export function CollectionPlace() {
  return null
}
