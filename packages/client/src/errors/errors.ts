/** Why a body is not a list. */
export type InvalidListProblem =
  | 'html'
  | 'not-json'
  | 'not-an-object'
  | 'status'
  | 'kind'
  | 'items'
  | 'resource-version'
  | 'truncated'
  | 'malformed'
  | 'continue'

/** A LIST was answered with success, but with something that is no whole, valid list: nothing may be replaced by it. */
export class InvalidListError extends Error {
  override readonly name = 'InvalidListError'
  readonly problem: InvalidListProblem
  /** Bytes of the body that had been read. */
  readonly bytes: number

  constructor(problem: InvalidListProblem, what: string, bytes: number, cause?: unknown) {
    super(
      `the answer to a LIST is not a list: ${what} (after ${bytes} bytes; check for a proxy or login page in between)`,
      cause === undefined ? undefined : { cause },
    )
    this.problem = problem
    this.bytes = bytes
  }
}

/** One object or watch event is larger than the cap on frames; the connection was given up. */
export class FrameTooLargeError extends Error {
  override readonly name = 'FrameTooLargeError'
  /** Bytes seen of it, at least. */
  readonly size: number
  readonly limit: number

  constructor(size: number, limit: number) {
    super(
      `a frame of at least ${size} bytes is over the limit of ${limit}: raise maxFrameBytes if it is genuine`,
    )
    this.size = size
    this.limit = limit
  }
}

/** A watch that was open broke off, or was silent past its deadline. Watch again from the last version seen. */
export class WatchInterruptedError extends Error {
  override readonly name = 'WatchInterruptedError'
  readonly path: string
  /** Milliseconds of silence, when that was why. */
  readonly silence: number | undefined

  constructor(path: string, options: { readonly silence?: number; readonly cause?: unknown }) {
    const why =
      options.silence === undefined
        ? `broke off: ${options.cause instanceof Error ? options.cause.message : 'connection lost'}`
        : `was silent for ${options.silence / 1000} s, longer than the server's own deadline: its connection is taken for dead`
    super(
      `the watch of ${path.split('?', 1)[0]} ${why}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    )
    this.path = path.split('?', 1)[0] ?? ''
    this.silence = options.silence
  }
}

/** A name, namespace or resource that cannot be part of a URL: it would ask for another path than meant. */
export class InvalidPathSegmentError extends Error {
  override readonly name = 'InvalidPathSegmentError'
  readonly what: string
  readonly value: string

  constructor(what: string, value: string, why: string) {
    super(`${JSON.stringify(value)} cannot be a ${what}: ${why}`)
    this.what = what
    this.value = value
  }
}

/** What is to be sent in a header or as a query value cannot be: it would end the header, or be another than meant. */
export class InvalidRequestValueError extends Error {
  override readonly name = 'InvalidRequestValueError'
  /** Such as `user-agent` or `fieldManager`; the value itself may be a secret and is not kept. */
  readonly what: string

  constructor(what: string, why: string) {
    super(`the value of ${what} cannot be sent: ${why}`)
    this.what = what
  }
}

/** A namespace is missing where the resource is namespaced, or given where it is not. */
export class NamespaceScopeError extends Error {
  override readonly name = 'NamespaceScopeError'
  readonly resource: string

  constructor(resource: string, what: string) {
    super(`${resource} ${what}`)
    this.resource = resource
  }
}

/** The kubeconfig, the in-cluster environment or a credential in it cannot be used. */
export class KubeConfigError extends Error {
  override readonly name = 'KubeConfigError'

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
  }
}

/** The API server serves no such kind or resource, as far as discovery tells. client-go: `meta.NoKindMatchError`. */
export class NoKindMatchError extends Error {
  override readonly name = 'NoKindMatchError'
  readonly query: string
  readonly group: string | undefined
  /** Groups whose discovery failed, so that the kind may yet be there. */
  readonly unavailable: readonly string[]

  constructor(query: string, group: string | undefined, unavailable: readonly string[]) {
    super(
      `no resource matches "${query}"${group === undefined ? '' : ` in group "${group}"`}: check the spelling, ` +
        'the group, that the CustomResourceDefinition is installed and established' +
        (unavailable.length > 0
          ? `, and these API services, which did not answer: ${unavailable.join(', ')}`
          : ', and that its API service is available'),
    )
    this.query = query
    this.group = group
    this.unavailable = unavailable
  }
}
