import { apiVersionOf, type KubernetesObject, type Resource } from '@rxkube/meta'
import { InvalidPathSegmentError } from '../errors/errors.ts'
import type { DeleteOptions, WriteOptions } from '../options.ts'
import { singleLine } from './header-value.ts'
import { objectOf } from './json-body.ts'
import type { ObjectAddress, Query } from './path.ts'
import type { Requester, RequestOptions } from './requester.ts'

/** How something is written. */
export interface Write extends WriteOptions {
  readonly contentType?: string | undefined
  readonly force?: boolean | undefined
}

/** Requests with one object as the answer. */
export class Writer {
  readonly #requester: Requester
  readonly #fieldManager: string | undefined

  constructor(requester: Requester, fieldManager: string | undefined) {
    this.#requester = requester
    this.#fieldManager = fieldManager && singleLine('fieldManager', fieldManager)
  }

  async call<T>(request: RequestOptions): Promise<T> {
    return (await objectOf(await this.#requester.send(request), request)) as T
  }

  write<T>(method: RequestOptions['method'], path: string, body: unknown, options: Write): Promise<T> {
    const {
      dryRun,
      fieldManager = this.#fieldManager,
      fieldValidation,
      contentType,
      force,
      signal,
      guard,
    } = options
    if (fieldManager !== undefined) singleLine('fieldManager', fieldManager)
    const query = { dryRun: dryRun && 'All', fieldManager, fieldValidation, force }
    return this.call<T>({ method, path, query, body: JSON.stringify(body), contentType, signal, guard })
  }

  delete<T>(path: string, options: DeleteOptions, query?: Query): Promise<T> {
    const { dryRun, signal, guard, propagationPolicy, gracePeriodSeconds, preconditions } = options
    const body = JSON.stringify({
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      propagationPolicy,
      gracePeriodSeconds,
      preconditions,
      ...(dryRun && { dryRun: ['All'] }),
    })
    return this.call<T>({ method: 'DELETE', path, query, body, signal, guard })
  }
}

/** Where the object is. Throws an `InvalidPathSegmentError` when it has no name. */
export function addressOf({ metadata }: KubernetesObject): ObjectAddress {
  if (!metadata?.name) throw new InvalidPathSegmentError('name', '', 'the object has no metadata.name')
  return { name: metadata.name, namespace: metadata.namespace }
}

/** The object with its kind told, as every body has to. */
export function ofItsKind<T extends KubernetesObject>(resource: Resource<T>, object: T): T {
  return { apiVersion: apiVersionOf(resource), kind: resource.kind, ...object }
}
