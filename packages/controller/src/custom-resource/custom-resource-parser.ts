import { apiVersionOf, type Resource } from '@rxkube/meta'
import { z } from 'zod'
import type { CustomObject, CustomObjectParts } from './custom-resource.ts'
import type { CustomResourceVersionOptions } from './custom-resource-options.ts'
import { InvalidCustomResourceError, type CustomResourceProblem } from './errors.ts'
import { problemsOf } from './problems-of.ts'

type AnyObject = CustomObject<unknown, unknown>

/** What checks objects of one version. */
export interface CustomResourceParser {
  readonly of: (parts: CustomObjectParts<unknown>) => AnyObject
  readonly parse: (object: unknown) => AnyObject
}

/** Checks objects of one version by its schema. */
export function customResourceParser(
  resource: Resource,
  { spec, status }: Pick<CustomResourceVersionOptions, 'spec' | 'status'>,
): CustomResourceParser {
  const schema = z.looseObject({
    metadata: z.looseObject({}),
    spec,
    ...(status === undefined ? {} : { status: status.optional() }),
  })
  const { kind } = resource
  const apiVersion = apiVersionOf(resource)
  const parse = (object: unknown): AnyObject => {
    const result = checked(schema, kind, object)
    const problems = [
      ...mistaken(object, 'apiVersion', apiVersion),
      ...mistaken(object, 'kind', kind),
      ...(result.success ? [] : problemsOf(object, result.error.issues)),
    ]
    if (!result.success || problems.length > 0) throw new InvalidCustomResourceError(kind, problems)
    const { metadata, spec: itsSpec, status: itsStatus } = result.data as AnyObject
    return {
      apiVersion,
      kind,
      metadata,
      spec: itsSpec,
      ...(itsStatus === undefined ? {} : { status: itsStatus }),
    }
  }
  return { parse, of: ({ metadata, spec: itsSpec }) => parse({ metadata, spec: itsSpec }) }
}

/** zod follows `z.json()` by recursion, and objects of others may nest as deep as they like. */
function checked(schema: z.ZodType, kind: string, object: unknown): z.ZodSafeParseResult<unknown> {
  try {
    return schema.safeParse(object)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new InvalidCustomResourceError(kind, [{ path: '', message: 'it nests too deep to be checked' }])
  }
}

/** Objects within lists have neither. */
function mistaken(
  object: unknown,
  path: 'apiVersion' | 'kind',
  expected: string,
): readonly CustomResourceProblem[] {
  if (typeof object !== 'object' || object === null || !(path in object)) return []
  const value = (object as Record<typeof path, unknown>)[path]
  return value === undefined || value === expected ? [] : [{ path, message: `expected ${expected}` }]
}
