/** The order of policies on a level: by id, by code point (R10). */

/** Ids are ASCII (checked when the snapshot is read), where UTF-16 units and code points sort alike. */
export function compareIds(left: { readonly id: string }, right: { readonly id: string }): number {
  return left.id < right.id ? -1 : Number(left.id > right.id);
}
