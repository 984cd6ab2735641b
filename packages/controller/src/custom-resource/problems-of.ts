import type { z } from 'zod'
import type { CustomResourceProblem } from './errors.ts'

/** The findings of zod, each in words that have no values of the object in them. */
export function problemsOf(
  object: unknown,
  issues: readonly z.core.$ZodIssue[],
): readonly CustomResourceProblem[] {
  return issues.map((issue) => {
    const message = messageOf(issue)
    return {
      path: pathOf(issue.path),
      message: isThere(object, issue.path) ? message : `is required: ${message}`,
    }
  })
}

function isThere(object: unknown, path: readonly PropertyKey[]): boolean {
  let value = object
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value !== undefined
}

function pathOf(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    const name = String(key)
    if (!/^[\w-]+$/.test(name)) return `${path}[${JSON.stringify(name)}]`
    return path === '' ? name : `${path}.${name}`
  }, '')
}

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${issue.expected}`
    case 'invalid_value':
      return `expected ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`
    case 'too_small':
      return bound('at least', 'more than', issue.minimum, issue.inclusive === false, issue.origin)
    case 'too_big':
      return bound('at most', 'less than', issue.maximum, issue.inclusive === false, issue.origin)
    case 'invalid_format':
      return issue.format === 'regex'
        ? `expected to match ${issue.pattern}`
        : `expected the format ${issue.format}`
    case 'not_multiple_of':
      return `expected a multiple of ${issue.divisor}`
    case 'unrecognized_keys':
      return `has unknown fields: ${issue.keys.join(', ')}`
    case 'invalid_union':
      return 'fits none of the variants that there are'
    case 'invalid_key':
      return 'has a key that is not allowed'
    case 'invalid_element':
      return 'has an element that is not allowed'
    case 'custom':
      break
  }
  // The author's own words.
  return issue.message
}

function bound(
  inclusive: string,
  exclusive: string,
  value: number | bigint,
  isExclusive: boolean,
  origin: string,
): string {
  const units = new Map([
    ['string', ' characters'],
    ['array', ' items'],
  ])
  return `expected ${isExclusive ? exclusive : inclusive} ${value}${units.get(origin) ?? ''}`
}
