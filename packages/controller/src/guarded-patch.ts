/** One operation of a JSON patch (RFC 6902). */
export type JsonPatchOperation =
  | { readonly op: 'test' | 'add'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }

/** Does nothing unless the object is the very one that was read, and not a namesake that came after it. */
export function guardUid(uid: string | undefined): readonly JsonPatchOperation[] {
  return [{ op: 'test', path: '/metadata/uid', value: uid }]
}

/** Puts `values` at the end of a list, unless the list is no more what it was when it was read. */
export function guardedAppend(
  path: string,
  list: readonly unknown[] | undefined,
  values: readonly unknown[],
): readonly JsonPatchOperation[] {
  if (values.length === 0) return []
  // An empty list is not stored: to a server it is the same as none.
  if (list === undefined || list.length === 0)
    return [
      { op: 'test', path, value: null },
      { op: 'add', path, value: values },
    ]
  return [
    { op: 'test', path, value: list },
    ...values.map((value) => ({ op: 'add' as const, path: `${path}/-`, value })),
  ]
}

/** Takes the element at `index` out of a list, unless what `tested` points to in it is no more `value`. */
export function guardedRemove(
  path: string,
  index: number,
  value: unknown,
  tested = '',
): readonly JsonPatchOperation[] {
  return [
    { op: 'test', path: `${path}/${index}${tested}`, value },
    { op: 'remove', path: `${path}/${index}` },
  ]
}
