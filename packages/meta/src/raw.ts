/**
 * An object of client-node's class `T` as it is on the wire: plain JSON.
 *
 * Timestamps are strings, fields have their names from the API (`from`, not `_from`), what client-node types as
 * `any` is `unknown`. An object of a kind always has `metadata`, and it has `spec` when its spec has required fields,
 * for no server accepts it without.
 */
export type Raw<T> = 0 extends 1 & T
  ? unknown
  : T extends Date
    ? string
    : T extends string | number | boolean | null | undefined
      ? T
      : T extends readonly (infer Item)[]
        ? Raw<Item>[]
        : string extends keyof T
          ? { [K in keyof T]: Raw<T[K]> }
          : [PresentKey<T>] extends [never]
            ? RawFields<T>
            : RawFields<T> & RawPresent<T>

type RawFields<T> = { [K in keyof T as WireName<T, K>]: Raw<T[K]> }

type RawPresent<T> = { [K in PresentKey<T>]-?: K extends keyof T ? Raw<Exclude<T[K], undefined>> : never }

type PresentKey<T> = 'apiVersion' | 'kind' | 'metadata' extends keyof T
  ? 'spec' extends keyof T
    ? object extends Exclude<T['spec'], undefined>
      ? 'metadata'
      : 'metadata' | 'spec'
    : 'metadata'
  : never

/** The name in JSON of what client-node's generator had to rename for JavaScript. */
type WireName<T, K> = K extends `_${infer Name}`
  ? Name
  : K extends `x_kubernetes_${string}`
    ? Dashed<K>
    : 'x_kubernetes_int_or_string' extends keyof T
      ? K extends 'ref' | 'schema'
        ? `$${K}`
        : K
      : K

type Dashed<K extends string> = K extends `${infer Head}_${infer Tail}` ? `${Head}-${Dashed<Tail>}` : K
