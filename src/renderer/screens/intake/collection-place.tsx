import { CollectionPart } from './collection/collection-part.tsx'

/** Where the collection books stand: issued to a party, handed back, outstanding. */
export function CollectionPlace() {
  return <CollectionPart />
}
