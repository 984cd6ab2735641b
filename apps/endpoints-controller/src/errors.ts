/** The cache does not show yet what the controller has written: the Service is looked at again a little later. */
export class StaleCacheError extends Error {
  override readonly name = 'StaleCacheError'
  /** `endpoints` or `endpointslices`. */
  readonly resource: string
  /** `namespace/name` of the Service. */
  readonly service: string

  constructor(resource: string, service: string) {
    super(`the cache of ${resource} is out of date for Service ${service}`)
    this.resource = resource
    this.service = service
  }
}

/** A pod runs on a node that the cache does not have, so that nobody knows its zone: it was left out for now. */
export class MissingNodeError extends Error {
  override readonly name = 'MissingNodeError'
  readonly pod: string
  readonly node: string

  constructor(pod: string, node: string, service: string) {
    super(`skipping Pod ${pod} for Service ${service}: Node ${node} Not Found`)
    this.pod = pod
    this.node = node
  }
}

/** A slice could not be written; `cause` says why. */
export class SliceWriteError extends Error {
  override readonly name = 'SliceWriteError'
  readonly verb: 'create' | 'update' | 'delete'
  /** The name of the slice; empty for a new one. */
  readonly slice: string

  constructor(verb: 'create' | 'update' | 'delete', slice: string, service: string, cause: unknown) {
    const what = slice ? `${slice} EndpointSlice` : 'EndpointSlice'
    super(`failed to ${verb} ${what} for Service ${service}: ${messageOf(cause)}`, { cause })
    this.verb = verb
    this.slice = slice
  }
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** One error for all of them, or undefined for none. Upstream: utilerrors.NewAggregate. */
export function aggregate(errors: readonly Error[]): Error | undefined {
  if (errors.length < 2) return errors[0]
  return new AggregateError(errors, `[${errors.map(messageOf).join(', ')}]`)
}
