import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { definitions, fields, gadgets, Gadgets } from './support/definitions.ts'

let server: ApiServer
let own: Gadgets

beforeEach(() => {
  const clock = new TestClock()
  server = new ApiServer({ clock })
  own = new Gadgets(server, clock)
})
afterEach(async () => server.close())

const integer = { type: 'integer' }
const string = { type: 'string' }
const all = fields({
  a: integer,
  b: integer,
  s: string,
  l: { type: 'array', items: string },
  m: { type: 'object', additionalProperties: integer },
  o: { type: 'object', ...fields({ x: integer, 'with-dash': string }) },
})
const withRule = (rule: string, more: object = {}) => ({
  ...all,
  'x-kubernetes-validations': [{ rule, ...more }],
})

describe('a rule', () => {
  const cases: readonly [rule: string, holds: object, fails: object][] = [
    ['self.a < self.b', { a: 1, b: 2 }, { a: 2, b: 2 }],
    ['self.a + self.b * 2 == 7', { a: 1, b: 3 }, { a: 3, b: 1 }],
    ['self.a % 2 == 0', { a: 4 }, { a: 3 }],
    ['-self.a <= -5', { a: 5 }, { a: 4 }],
    ['!has(self.a) || self.a > 0', {}, { a: 0 }],
    ['has(self.o) && has(self.o.x) ? self.o.x == 1 : true', { o: { x: 1 } }, { o: { x: 2 } }],
    ["self.s.startsWith('a') && self.s.endsWith('z')", { s: 'abz' }, { s: 'ab' }],
    ["self.s.contains('b') || self.s.matches('^c+$')", { s: 'cc' }, { s: 'd' }],
    ['size(self.s) <= 3 && self.l.size() == 1', { s: 'abc', l: ['x'] }, { s: 'abcd', l: ['x'] }],
    ["self.s in ['x', 'y']", { s: 'x' }, { s: 'z' }],
    ["'k' in self.m && self.m['k'] == 1", { m: { k: 1 } }, { m: { k: 2 } }],
    ["self.l.all(e, e.startsWith('x'))", { l: ['x1', 'x2'] }, { l: ['x1', 'y'] }],
    ["self.l.exists(e, e == 'x')", { l: ['y', 'x'] }, { l: ['y'] }],
    ["self.l.exists_one(e, e == 'x')", { l: ['x', 'y'] }, { l: ['x', 'x'] }],
    ["self.l.filter(e, e != 'x').size() == 1", { l: ['x', 'y'] }, { l: ['y', 'y'] }],
    ['self.l.map(e, size(e)).all(n, n < 3)', { l: ['ab'] }, { l: ['abc'] }],
    ['self.m.all(k, self.m[k] > 0)', { m: { a: 1 } }, { m: { a: 0 } }],
    ["self.o.with__dash__dash == 'x'", { o: { 'with-dash': 'x' } }, { o: { 'with-dash': 'y' } }],
    [
      "self.s.split(',').size() == 2 && self.l.join('') == 'ab'",
      { s: 'a,b', l: ['a', 'b'] },
      { s: 'a', l: ['a', 'b'] },
    ],
    ['self.s.matches(r"""^\\d+$""")', { s: '12' }, { s: 'x' }],
    ["self.s.substring(1) == 'b😀' && self.s.substring(0, 1) == 'a'", { s: 'ab😀' }, { s: 'xb😀' }],
    ["duration(self.s) <= duration('1h')", { s: '59m60s' }, { s: '1h0.5s' }],
    ['isIP(self.s)', { s: '::1' }, { s: '1.2.3' }],
    ["self.s.lowerAscii() == 'ab' // a remark", { s: 'AB' }, { s: 'AC' }],
  ]
  it.each(cases)('%s', async (rule, holds, fails) => {
    const answer = await own.define(withRule(rule))
    expect(answer.headers['warning']).toBeUndefined()
    expect(await own.problems(holds)).toEqual([])
    expect(await own.problems(fails)).toEqual([`spec: Invalid value: "object": failed rule: ${rule}`])
  })

  it('that has no value says why, unless the other side decides', async () => {
    await own.define(withRule('self.a > 1 || self.b > 1', { message: 'too small' }))
    expect(await own.problems({ b: 2 })).toEqual([])
    expect(await own.problems({ b: 1 })).toEqual([
      'spec: Invalid value: "object": no such key: a evaluating rule: too small',
    ])
  })

  it('says what it was told to, as what it was told to', async () => {
    const more = { messageExpression: "'s is ' + self.s", reason: 'FieldValueForbidden' }
    await own.define(withRule("self.s == 'x'", more))
    expect(await own.problems({ s: 'y' })).toEqual(['spec: Forbidden: s is y'])
  })

  it('is checked at every item', async () => {
    const items = {
      type: 'object',
      ...fields({ n: integer }),
      'x-kubernetes-validations': [{ rule: 'self.n > 0' }],
    }
    await own.define(fields({ list: { type: 'array', items } }))
    expect(await own.problems({ list: [{ n: 1 }, { n: 0 }] })).toEqual([
      'spec.list[1]: Invalid value: "object": failed rule: self.n > 0',
    ])
  })

  it('of a change is checked when something changes', async () => {
    const immutable = {
      ...string,
      'x-kubernetes-validations': [{ rule: 'self == oldSelf', message: 'is immutable' }],
    }
    await own.define(fields({ s: immutable, a: integer }))
    expect((await own.create({ s: 'x' })).status).toBe(201)
    expect((await own.api.merge(`${gadgets}/g`, { spec: { a: 1 } })).status).toBe(200)
    const { status, body } = await own.api.merge(`${gadgets}/g`, { spec: { s: 'y' } })
    expect(status).toBe(422)
    expect(body.details?.causes).toEqual([
      { field: 'spec.s', reason: 'FieldValueInvalid', message: 'Invalid value: "string": is immutable' },
    ])
  })

  it('waits for a value that is valid otherwise', async () => {
    await own.define({ ...withRule('self.a > 1'), required: ['a'] })
    expect(await own.problems({})).toEqual([
      'spec.a: Required value',
      '<nil>: Invalid value: "null": some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
    ])
  })

  it('that costs too much is given up', async () => {
    await own.define(withRule('self.l.all(a, self.l.all(b, self.l.all(c, a + b + c != "x")))'))
    const l = Array.from({ length: 100 }, (_none, at) => `${at}`)
    expect(await own.problems({ l })).toEqual([
      '<nil>: Invalid value: "": validation failed due to running out of cost budget, no further validation rules will be run',
    ])
  })
})

describe('a rule that fails', () => {
  it('is said of the field that it names', async () => {
    await own.define(withRule('self.a < self.b', { fieldPath: '.o.x', message: 'too large' }))
    expect(await own.problems({ a: 2, b: 1 })).toEqual(['spec.o.x: Invalid value: "object": too large'])
  })

  it('on values of other types says so', async () => {
    await own.define(withRule('self.s < 1'))
    expect(await own.problems({ s: 'x' })).toEqual([
      `spec: Invalid value: "object": 'no such overload': call arguments did not match a supported operator, function or macro signature for rule: self.s < 1`,
    ])
  })
})

describe('a rule that is not evaluated', () => {
  const unsupported = [
    "self.s.find('a+') == 'a'",
    "quantity(self.s).isGreaterThan(quantity('1'))",
    'self.a / 2 == 1',
    'type(self.a) == int',
    'self.?s.orValue("") == ""',
    "timestamp('2026-01-01T00:00:00Z') > timestamp('2025-01-01T00:00:00Z')",
    'self.a ==',
  ]
  it.each(unsupported)('is named in a warning: %s', async (rule) => {
    const { status, headers } = await own.define(withRule(rule))
    expect(status).toBe(201)
    expect(headers['warning']).toEqual([
      '299 - "spec.versions[0].schema.openAPIV3Schema: some x-kubernetes-validations of v1 are stored but not evaluated by this API server"',
    ])
    expect((await own.create({ s: 'anything' })).status).toBe(201)
  })

  it('is named again when the definition is changed', async () => {
    await own.define(withRule('self.a / 2 == 1'))
    const changed = await own.api.merge(`${definitions}/gadgets.ex.io`, { metadata: { labels: { a: 'b' } } })
    expect(changed.headers['warning']).toHaveLength(1)
  })

  it('is one of times, which are texts here', async () => {
    const time = { type: 'string', format: 'date-time' }
    const rules = { 'x-kubernetes-validations': [{ rule: 'self.t < self.u' }] }
    const { headers } = await own.define({ ...fields({ t: time, u: time }), ...rules })
    expect(headers['warning']).toHaveLength(1)
  })
})
