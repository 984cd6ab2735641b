import type { FieldError } from '../status.ts'
import type { Strategy } from './strategy.ts'

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const subdomain = `${label}(\\.${label})*`
const label1035 = '[a-z]([-a-z0-9]*[a-z0-9])?'

const rules = {
  subdomain: {
    pattern: new RegExp(`^${subdomain}$`),
    limit: 253,
    message:
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character " +
      `(e.g. 'example.com', regex used for validation is '${subdomain}')`,
  },
  label: {
    pattern: new RegExp(`^${label}$`),
    limit: 63,
    message:
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character " +
      `(e.g. 'my-name',  or '123-abc', regex used for validation is '${label}')`,
  },
  'label-1035': {
    pattern: new RegExp(`^${label1035}$`),
    limit: 63,
    message:
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character " +
      `(e.g. 'my-name',  or 'abc-123', regex used for validation is '${label1035}')`,
  },
} as const

export function invalidValue(field: string, value: unknown, why: string): FieldError {
  const message = `Invalid value: ${JSON.stringify(value)}: ${why}`
  return { field, reason: 'FieldValueInvalid', message }
}

export function required(field: string, why = ''): FieldError {
  return {
    field,
    reason: 'FieldValueRequired',
    message: why === '' ? 'Required value' : `Required value: ${why}`,
  }
}

/** What is wrong with a name; a generateName may end with a dash. */
export function nameErrors(
  style: Strategy['names'],
  name: string,
  field = 'metadata.name',
): readonly FieldError[] {
  if (style === 'path') {
    const errors: FieldError[] = []
    if (name === '.' || name === '..') errors.push(invalidValue(field, name, `may not be '${name}'`))
    for (const part of ['/', '%']) {
      if (name.includes(part)) errors.push(invalidValue(field, name, `may not contain '${part}'`))
    }
    return errors
  }
  const { pattern, limit, message } = rules[style]
  const errors: FieldError[] = []
  if (name.length > limit) errors.push(invalidValue(field, name, `must be no more than ${limit} characters`))
  if (!pattern.test(name)) errors.push(invalidValue(field, name, message))
  return errors
}
