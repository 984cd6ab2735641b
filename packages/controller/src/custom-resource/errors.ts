import type { Condition } from '@rxkube/meta'
import type { SchemaProblem } from './schema-problems.ts'

/** Thrown for a definition that no server would take, or that means something else to servers than to TypeScript. */
export class InvalidCustomResourceDefinitionError extends Error {
  override readonly name = 'InvalidCustomResourceDefinitionError'
  /** `widgets.example.com`. */
  readonly definition: string
  readonly problems: readonly SchemaProblem[]

  constructor(definition: string, problems: readonly SchemaProblem[]) {
    super(`${definition} cannot be a custom resource: ${listed(problems)}`)
    this.definition = definition
    this.problems = problems
  }
}

/** What is wrong with an object, and where. */
export interface CustomResourceProblem {
  /** `spec.rules[0].host`. */
  readonly path: string
  readonly message: string
}

/** Thrown for an object that is not of its schema. Says where and what is expected, never what is there. */
export class InvalidCustomResourceError extends Error {
  override readonly name = 'InvalidCustomResourceError'
  readonly kind: string
  readonly problems: readonly CustomResourceProblem[]

  constructor(kind: string, problems: readonly CustomResourceProblem[]) {
    super(`not a valid ${kind}: ${listed(problems)}`)
    this.kind = kind
    this.problems = problems
  }
}

/** Thrown when a definition leaves out versions that objects are stored in: they could never be read again. */
export class StoredVersionsError extends Error {
  override readonly name = 'StoredVersionsError'
  readonly definition: string
  /** Versions in `status.storedVersions` that the new definition does not have. */
  readonly missing: readonly string[]

  constructor(definition: string, missing: readonly string[]) {
    super(
      `${definition} has objects stored as ${missing.join(', ')}, which the new definition leaves out: keep it, with ` +
        'served: false if need be, until every object was written anew and it is taken out of status.storedVersions',
    )
    this.definition = definition
    this.missing = missing
  }
}

/** Thrown when a definition was not established, or not served, in time, or cannot be. */
export class CustomResourceNotReadyError extends Error {
  override readonly name = 'CustomResourceNotReadyError'
  readonly definition: string
  /** The conditions of the definition as last seen; none when it was never seen. */
  readonly conditions: readonly Condition[]

  constructor(
    definition: string,
    lacking: string,
    conditions: readonly Condition[],
    options?: { cause: unknown },
  ) {
    super(`${definition} is not ready: ${lacking}`, options)
    this.definition = definition
    this.conditions = conditions
  }
}

function listed(problems: readonly { readonly path: string; readonly message: string }[]): string {
  return problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ')
}
