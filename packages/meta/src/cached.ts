declare const source: unique symbol

/**
 * An object that belongs to a cache: read it as you like, change nothing. `deepCopy` gives a copy of type `T` that
 * may be changed.
 */
export type Cached<T> = DeepReadonly<T> & {
  /** Never there at run time: lets deepCopy tell `T`. */
  readonly [source]?: T
}

/** `T` with every property and every array in it read-only. */
export type DeepReadonly<T> = unknown extends T
  ? T
  : T extends string | number | boolean | bigint | symbol | null | undefined
    ? T
    : T extends (...parameters: never[]) => unknown
      ? T
      : { readonly [K in keyof T]: DeepReadonly<T[K]> }

/** What deepCopy reads the type of its copy from. */
export interface CopySource<T> {
  readonly [source]?: T
}
