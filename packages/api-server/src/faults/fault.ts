import type { RequestAttributes } from '../auth.ts'

/**
 * Which requests a fault strikes: those that fit every field that is given.
 *
 * Every request that fits draws from the server's `random` once, and only when `probability` is given, so that runs
 * with one seed are the same.
 */
export interface FaultMatch {
  /** `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, `deletecollection`; `get` for other paths. */
  readonly verb?: string | readonly string[]
  /** `pods`, `deployments.apps`. */
  readonly resource?: string | readonly string[]
  /** `status`, `scale`; `''` for requests about objects themselves. Unless told, both. */
  readonly subresource?: string
  readonly namespace?: string
  readonly name?: string
  /** The name of the user, after impersonation. */
  readonly user?: string
  /** The view that was asked; `default` is the server itself. */
  readonly view?: string
  /** The whole path without query, or what it has to match. */
  readonly path?: string | RegExp
  readonly where?: (attributes: RequestAttributes) => boolean
  /** From 0 to 1; default 1. */
  readonly probability?: number
  /** How many fitting requests pass before the first is struck; default 0. */
  readonly skip?: number
  /** After how many strikes the fault is over; default never. */
  readonly count?: number
}

/** A fault that was switched on. */
export interface Fault extends Disposable {
  /** How often it struck. */
  readonly strikes: number
  /** Whether it can still strike: it was not removed and its count is not used up. */
  readonly active: boolean
  /** Switches it off, and lets go of what it holds back. */
  remove(): void
}

/** What a fault knows of a request. */
export interface FaultSubject extends RequestAttributes {
  readonly view: string
}

/** Whether a request fits, apart from chance and counts. */
export function fits(match: FaultMatch, subject: FaultSubject): boolean {
  const { group, resource, path } = subject
  const qualified = group === '' ? resource : `${resource}.${group}`
  const wanted = match.path
  return (
    among(match.verb, subject.verb) &&
    among(match.resource, qualified) &&
    among(match.subresource, subject.subresource) &&
    among(match.namespace, subject.namespace) &&
    among(match.name, subject.name) &&
    among(match.user, subject.user.name) &&
    among(match.view, subject.view) &&
    (wanted instanceof RegExp ? path.search(wanted) !== -1 : among(wanted, path)) &&
    (match.where?.(subject) ?? true)
  )
}

function among(wanted: string | readonly string[] | undefined, is: string): boolean {
  if (wanted === undefined) return true
  return typeof wanted === 'string' ? wanted === is : wanted.includes(is)
}
