import type { FieldError } from '../status.ts'
import { shownValue } from './go-value.ts'

/** What is wrong with fields, in the words of apimachinery's field package. */
export const fieldError = {
  required(field: string, why = ''): FieldError {
    const message = why === '' ? 'Required value' : `Required value: ${why}`
    return { field, reason: 'FieldValueRequired', message }
  },
  invalid(field: string, value: unknown, why: string): FieldError {
    return { field, reason: 'FieldValueInvalid', message: `Invalid value: ${shownValue(value)}: ${why}` }
  },
  /** `shown` is the value as the message has it. */
  invalidAs(field: string, shown: string, why: string): FieldError {
    return { field, reason: 'FieldValueInvalid', message: `Invalid value: ${shown}: ${why}` }
  },
  type(field: string, value: unknown, why: string): FieldError {
    return { field, reason: 'FieldValueTypeInvalid', message: `Invalid value: ${shownValue(value)}: ${why}` }
  },
  forbidden(field: string, why: string): FieldError {
    return { field, reason: 'FieldValueForbidden', message: `Forbidden: ${why}` }
  },
  duplicate(field: string, value: unknown): FieldError {
    return { field, reason: 'FieldValueDuplicate', message: `Duplicate value: ${shownValue(value)}` }
  },
  unsupported(field: string, value: unknown, values: readonly string[]): FieldError {
    const supported = values.map((each) => JSON.stringify(each)).join(', ')
    const message = `Unsupported value: ${shownValue(value)}: supported values: ${supported}`
    return { field, reason: 'FieldValueNotSupported', message }
  },
  tooLong(field: string, most: number): FieldError {
    return { field, reason: 'FieldValueTooLong', message: `Too long: may not be more than ${most} bytes` }
  },
  tooMany(field: string, count: number, most: number): FieldError {
    const message = `Too many: ${count}: must have at most ${most} items`
    return { field, reason: 'FieldValueTooMany', message }
  },
}
