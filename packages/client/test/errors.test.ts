import {
  ApiError,
  errorChain,
  isAlreadyExists,
  isConflict,
  isConnectionRefused,
  isExpired,
  isInternalError,
  isNotFound,
  isTimeout,
  isTooLargeResourceVersion,
  isTooManyRequests,
  retryAfterSeconds,
  TransportError,
} from '@rxkube/client'
import type { Status } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

/** The error two causes deep, and as one of several. */
function wrapped(error: unknown): unknown[] {
  const nested = new Error('outer', { cause: new Error('inner', { cause: error }) })
  return [error, nested, new AggregateError([new Error('other'), nested])]
}

/** What a predicate says of each of these, bare and wrapped. */
function verdicts(test: (error: unknown) => boolean, statuses: readonly Status[]): Set<boolean> {
  return new Set(statuses.flatMap((status) => wrapped(new ApiError(status)).map(test)))
}

const yes = new Set([true])
const no = new Set([false])

describe('what an error means, through wrapped causes and aggregates', () => {
  it('FEAT-A3 not found: what a lister throws counts as what a server answers', () => {
    const fromLister = Object.assign(new Error('pods "a" not found'), { reason: 'NotFound', code: 404 })
    expect(wrapped(fromLister).map(isNotFound)).toEqual([true, true, true])
    const notThere = Object.assign(new Error('no such file'), { code: 'ENOENT', reason: 'NotFound' })
    expect(isNotFound(notThere)).toBe(false)
  })

  it('FEAT-A3 expired: Expired, Gone, or 410 for no known reason', () => {
    expect(
      verdicts(isExpired, [
        { reason: 'Expired' },
        { reason: 'Gone' },
        { code: 410 },
        { code: 410, reason: 'Invented' },
      ]),
    ).toEqual(yes)
    expect(verdicts(isExpired, [{ code: 410, reason: 'NotFound' }, { code: 404 }, {}])).toEqual(no)
  })

  it('FEAT-A3 too large a resourceVersion: by cause, by a cause’s message, by the message', () => {
    const message = 'Too large resource version'
    expect(
      verdicts(isTooLargeResourceVersion, [
        {
          code: 504,
          reason: 'Timeout',
          details: { causes: [{ reason: 'ResourceVersionTooLarge', message }] },
        },
        { code: 504, reason: 'Timeout', details: { causes: [{ message }] } },
        { code: 504, reason: 'Timeout', message: `${message}: 20, current: 10` },
        { code: 504, message },
      ]),
    ).toEqual(yes)
    expect(
      verdicts(isTooLargeResourceVersion, [
        { code: 504, reason: 'Timeout' },
        { code: 500, reason: 'InternalError', message },
      ]),
    ).toEqual(no)
  })

  it('FEAT-A3 too many requests: the reason, or 429 whatever the reason', () => {
    expect(
      verdicts(isTooManyRequests, [
        { reason: 'TooManyRequests' },
        { code: 429 },
        { code: 429, reason: 'InternalError' },
      ]),
    ).toEqual(yes)
    expect(verdicts(isTooManyRequests, [{ code: 503 }])).toEqual(no)
  })

  it('FEAT-A3 internal: the reason, or 500 for no known reason', () => {
    expect(
      verdicts(isInternalError, [
        { reason: 'InternalError', code: 500 },
        { code: 500 },
        { code: 500, reason: 'Invented' },
      ]),
    ).toEqual(yes)
    expect(verdicts(isInternalError, [{ code: 500, reason: 'StorageReadError' }, { code: 502 }])).toEqual(no)
  })

  it('FEAT-A3 refused: ECONNREFUSED anywhere, also as one address of several', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    for (const error of wrapped(refused)) expect(isConnectionRefused(error)).toBe(true)
    expect(isConnectionRefused(TransportError.from(new AggregateError([refused]), 'x'))).toBe(true)
    expect(
      isConnectionRefused(TransportError.from(Object.assign(new Error('x'), { code: 'ECONNRESET' }), 'x')),
    ).toBe(false)
  })

  it('tells conflicts from names that are taken, and finds what is not there', () => {
    expect(verdicts(isConflict, [{ code: 409, reason: 'Conflict' }, { code: 409 }])).toEqual(yes)
    expect(verdicts(isConflict, [{ code: 409, reason: 'AlreadyExists' }])).toEqual(no)
    expect(verdicts(isAlreadyExists, [{ code: 409, reason: 'AlreadyExists' }])).toEqual(yes)
    expect(verdicts(isNotFound, [{ code: 404 }, { reason: 'NotFound' }])).toEqual(yes)
    expect(verdicts(isTimeout, [{ code: 504 }])).toEqual(yes)
    expect(isTimeout(new TransportError('timeout', 'x', 'late'))).toBe(true)
    for (const nothing of [undefined, null, 'text', 404, {}]) expect(isNotFound(nothing)).toBe(false)
  })

  it('survives causes that go round in a circle', () => {
    const [one, two] = [new Error('one'), new Error('two')]
    one.cause = two
    two.cause = one
    expect([...errorChain(one)]).toEqual([one, two])
    expect(isExpired(one)).toBe(false)
  })

  it('finds how long to wait', () => {
    const error = new ApiError({ code: 429, details: { retryAfterSeconds: 7 } })
    for (const each of wrapped(error)) expect(retryAfterSeconds(each)).toBe(7)
    expect(retryAfterSeconds(new Error('x'))).toBeUndefined()
  })
})

describe('ApiError', () => {
  it('says what was asked and what was answered, without the query', () => {
    const status: Status = {
      kind: 'Status',
      code: 403,
      reason: 'Forbidden',
      message: 'no',
      details: { kind: 'pods' },
    }
    const error = new ApiError(status, { method: 'GET', path: '/api/v1/pods?token=canary' })
    expect(error.message).toBe('GET /api/v1/pods: 403 Forbidden: no')
    expect(error).toMatchObject({
      code: 403,
      reason: 'Forbidden',
      path: '/api/v1/pods',
      details: { kind: 'pods' },
      status,
    })
    expect(JSON.stringify(error)).not.toContain('canary')
  })
})
