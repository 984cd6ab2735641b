import type { FieldError } from '../status.ts'
import { badRequest, invalidOptions, rawError } from '../status.ts'
import { flag } from './request.ts'

/** A number in the query; absent or empty is undefined. Throws Go's 400 for anything else. */
export function integer(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  if (!/^[+-]?\d{1,18}$/.test(text)) {
    throw badRequest(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`)
  }
  return Number(text)
}

/** A resourceVersion as a number; '' and absence are undefined. Throws Go's 500 for what is no number. */
export function revisionOf(text: string | null | undefined, prefix = true): number | undefined {
  if (text === null || text === undefined || text === '') return undefined
  if (/^\d{1,19}$/.test(text)) return Number(text)
  const parse = `strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`
  throw rawError(prefix ? `resourceVersion: Invalid value: ${JSON.stringify(text)}: ${parse}` : parse)
}

/** Options of a LIST or WATCH, checked against each other. */
export interface ListOptions {
  readonly limit: number
  readonly continueToken: string
  readonly revision: number | undefined
  /** The resourceVersion as it was sent. */
  readonly resourceVersion: string
  readonly match: string
  readonly labelSelector: string
  readonly fieldSelector: string
  readonly timeoutSeconds: number | undefined
  readonly allowWatchBookmarks: boolean
  readonly sendInitialEvents: boolean | undefined
}

const matchField = 'resourceVersionMatch'
const forbid = (field: string, why: string): FieldError => ({
  field,
  reason: 'FieldValueForbidden',
  message: `Forbidden: ${why}`,
})
const unsupported = (value: string, supported: string): FieldError => ({
  field: matchField,
  reason: 'FieldValueNotSupported',
  message: `Unsupported value: ${JSON.stringify(value)}: supported values: ${supported}`,
})

/** Reads the options of a LIST or WATCH. Throws the 400, 422 or 500 that a real server answers. */
export function listOptions(query: URLSearchParams, watch: boolean): ListOptions {
  const timeoutSeconds = integer(query, 'timeoutSeconds')
  const limit = Math.max(0, integer(query, 'limit') ?? 0)
  const resourceVersion = query.get('resourceVersion') ?? ''
  const match = query.get('resourceVersionMatch') ?? ''
  const continueToken = query.get('continue') ?? ''
  const sendInitialEvents = query.has('sendInitialEvents') ? flag(query, 'sendInitialEvents') : undefined
  const errors = watch
    ? watchErrors(match, sendInitialEvents)
    : listErrors(match, resourceVersion, continueToken, sendInitialEvents)
  if (errors.length > 0) throw invalidOptions('ListOptions', errors)
  return {
    limit,
    continueToken,
    revision: revisionOf(resourceVersion),
    resourceVersion,
    match,
    labelSelector: query.get('labelSelector') ?? '',
    fieldSelector: query.get('fieldSelector') ?? '',
    timeoutSeconds,
    allowWatchBookmarks: flag(query, 'allowWatchBookmarks'),
    sendInitialEvents,
  }
}

function watchErrors(match: string, sendInitialEvents: boolean | undefined): readonly FieldError[] {
  const errors: FieldError[] = []
  if (sendInitialEvents !== undefined && match !== 'NotOlderThan') {
    errors.push(forbid(matchField, 'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan'))
  }
  if (match === '') return errors
  if (sendInitialEvents === undefined) {
    const why = 'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided'
    errors.push(forbid(matchField, why))
  }
  if (match !== 'NotOlderThan') errors.push(unsupported(match, '"NotOlderThan"'))
  return errors
}

function listErrors(
  match: string,
  resourceVersion: string,
  continueToken: string,
  sendInitialEvents: boolean | undefined,
): readonly FieldError[] {
  const errors: FieldError[] = []
  if (match !== '') {
    if (resourceVersion === '') {
      errors.push(forbid(matchField, 'resourceVersionMatch is forbidden unless resourceVersion is provided'))
    }
    if (continueToken !== '') {
      errors.push(forbid(matchField, 'resourceVersionMatch is forbidden when continue is provided'))
    }
    if (match !== 'Exact' && match !== 'NotOlderThan') {
      errors.push(unsupported(match, '"Exact", "NotOlderThan", ""'))
    }
    if (match === 'Exact' && resourceVersion === '0') {
      errors.push(forbid(matchField, 'resourceVersionMatch "exact" is forbidden for resourceVersion "0"'))
    }
  }
  if (sendInitialEvents !== undefined) {
    errors.push(forbid('sendInitialEvents', 'sendInitialEvents is forbidden for list'))
  }
  return errors
}

/** Options of a write. */
export interface WriteOptions {
  readonly dryRun: boolean
  readonly fieldValidation: 'Strict' | 'Warn' | 'Ignore'
}

/** Reads the options of a create, update or patch. `kind` is CreateOptions, UpdateOptions or PatchOptions. */
export function writeOptions(query: URLSearchParams, kind: string): WriteOptions {
  const errors: FieldError[] = []
  const dryRun = query.getAll('dryRun').filter((value) => value !== '')
  if (dryRun.some((value) => value !== 'All')) {
    const list = `[]string{${dryRun.map((value) => JSON.stringify(value)).join(', ')}}`
    const message = `Unsupported value: ${list}: supported values: "All"`
    errors.push({ field: 'dryRun', reason: 'FieldValueNotSupported', message })
  }
  const manager = query.get('fieldManager') ?? ''
  if (Buffer.byteLength(manager) > 128) {
    const message = 'Too long: may not be more than 128 bytes'
    errors.push({ field: 'fieldManager', reason: 'FieldValueTooLong', message })
  }
  const validation = query.get('fieldValidation') ?? ''
  if (!['', 'Strict', 'Warn', 'Ignore'].includes(validation)) {
    const supported = '"", "Ignore", "Strict", "Warn"'
    const message = `Unsupported value: ${JSON.stringify(validation)}: supported values: ${supported}`
    errors.push({ field: 'fieldValidation', reason: 'FieldValueNotSupported', message })
  }
  if (kind === 'ApplyOptions' && manager === '') {
    const message = 'Required value: is required for apply patch'
    errors.push({ field: 'fieldManager', reason: 'FieldValueRequired', message })
  }
  if (kind === 'PatchOptions' && query.has('force')) {
    errors.push(forbid('force', 'may not be specified for non-apply patch'))
  }
  // Applies and other patches have their options in common.
  if (errors.length > 0) throw invalidOptions(kind === 'ApplyOptions' ? 'PatchOptions' : kind, errors)
  return {
    dryRun: dryRun.length > 0,
    fieldValidation: validation === 'Strict' || validation === 'Ignore' ? validation : 'Warn',
  }
}
