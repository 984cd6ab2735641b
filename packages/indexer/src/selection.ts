import type { Selector } from './selector.ts'

/**
 * Which objects a live query is about: those to which all that is given applies. `{}` is about all objects.
 * `namespace` is compared with `metadata.namespace`; `''` is every namespace, as in `kubectl get -A`.
 */
export type Selection<Name extends string = string> = Filed<Name> & {
  readonly selector?: Selector
  readonly namespace?: string
  readonly keys?: Iterable<string>
}

/** Filed under `value` in `index`. */
type Filed<Name> =
  | { readonly index: Name; readonly value: string }
  | { readonly index?: never; readonly value?: never }
