import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { fields, Gadgets } from './support/definitions.ts'

let server: ApiServer
let own: Gadgets

beforeEach(() => {
  const clock = new TestClock()
  server = new ApiServer({ clock })
  own = new Gadgets(server, clock)
})
afterEach(async () => server.close())

/** Whether each text matches, as the server sees it. */
async function matched(pattern: string, texts: readonly string[]): Promise<boolean[]> {
  await own.define(fields({ v: { type: 'string', pattern } }))
  const found: boolean[] = []
  for (const text of texts) found.push((await own.problems({ v: text })).length === 0)
  return found
}

describe('a pattern', () => {
  const cases: readonly [pattern: string, fits: readonly string[], misfits: readonly string[]][] = [
    ['a', ['a', 'bab'], ['b', '']],
    ['^(ab|cd)+$', ['ab', 'abcd'], ['', 'abc']],
    ['^a{2,3}$', ['aa', 'aaa'], ['a', 'aaaa']],
    ['^a{2,}$', ['aa', 'aaaaa'], ['a']],
    ['^a{}$', ['a{}'], ['a']],
    ['^[^a-c\\d]$', ['d', '-'], ['a', '5']],
    ['^[]a]$', [']', 'a'], ['b']],
    ['^[[:alpha:]_]+$', ['aZ_'], ['a1']],
    ['^\\w+\\s\\S$', ['ab c'], ['ab  ']],
    ['(?i)^hello$', ['HeLLo'], ['hell']],
    ['^(?i:a)b$', ['Ab'], ['AB']],
    ['(?s)^a.b$', ['a\nb'], ['ab']],
    ['^a.b$', ['axb'], ['a\nb']],
    ['(?m)^b$', ['a\nb\nc'], ['ab']],
    ['\\bfoo\\b', ['a foo b', 'foo'], ['food']],
    ['^\\p{Greek}\\pL$', ['αb'], ['bα']],
    ['^\\x41\\x{1F600}\\t$', ['A😀\t'], ['A']],
    ['^(?P<name>x)(?:y)?$', ['x', 'xy'], ['y']],
    ['^\\Qa.b\\E$', ['a.b'], ['axb']],
    ['\\Aab\\z', ['ab'], ['ab\n']],
    ['^a*?b$', ['b', 'aab'], ['a']],
    ['^$|^x', ['', 'xy'], ['y']],
    ['^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', ['a', 'a-b'], ['-a', 'a-']],
  ]
  it.each(cases)('%s', async (pattern, fits, misfits) => {
    expect(await matched(pattern, fits)).toEqual(fits.map(() => true))
    expect(await matched(pattern, misfits)).toEqual(misfits.map(() => false))
  })

  const broken: readonly [pattern: string, why: string][] = [
    ['a)', 'unexpected ): `a)`'],
    ['(a', 'missing closing ): `(a`'],
    ['[a', 'missing closing ]: `[a`'],
    ['[b-a]', 'invalid character class range: `b-a`'],
    ['*a', 'missing argument to repetition operator: `*`'],
    ['a**', 'invalid nested repetition operator: `**`'],
    ['a{2,1}', 'invalid repeat count: `{2,1}`'],
    ['a{1001}', 'invalid repeat count: `{1001}`'],
    ['(?=a)', 'invalid or unsupported Perl syntax: `(?=`'],
    ['(a)\\1', 'invalid escape sequence: `\\1`'],
    ['a\\', 'trailing backslash at end of expression: ``'],
    ['((a{1000}){1000}){1000}', 'expression too large'],
  ]
  it.each(broken)('%s is none', async (pattern, why) => {
    const { status, body } = await own.define(fields({ v: { type: 'string', pattern } }))
    expect(status).toBe(422)
    const [cause] = body.details?.causes ?? []
    expect(cause?.message).toContain(
      `must be a valid regular expression, but isn't: error parsing regexp: ${why}`,
    )
  })

  it('that explodes elsewhere is matched in time that grows with the text', async () => {
    const text = `${'a'.repeat(50_000)}!`
    expect(await matched('^(a+)+$', [text])).toEqual([false])
    expect(await matched('^(a|aa|a?)*b$', [text])).toEqual([false])
  })

  it('matches what JavaScript matches, where both have the same syntax', async () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', 'c')
    const { part } = fc.letrec((tie) => ({
      part: fc.oneof(
        { maxDepth: 3 },
        atom,
        fc.tuple(tie('part'), tie('part')).map(([x, y]) => `${String(x)}${String(y)}`),
        fc.tuple(tie('part'), tie('part')).map(([x, y]) => `(?:${String(x)}|${String(y)})`),
        fc
          .tuple(tie('part'), fc.constantFrom('*', '+', '?', '{1,2}', '{2}', '*?'))
          .map(([x, times]) => `(?:${String(x)})${times}`),
      ),
    }))
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '\n'), maxLength: 8 }), {
      minLength: 1,
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(part, fc.boolean(), texts, async (inner, whole, given) => {
        const pattern = whole ? `^${inner}$` : inner
        const fresh = new ApiServer({ clock: new TestClock(), controllers: [] })
        own = new Gadgets(fresh, new TestClock())
        const expected = given.map((text) => new RegExp(pattern, 'u').test(text))
        expect(await matched(pattern, given)).toEqual(expected)
        await fresh.close()
      }),
      { numRuns: 100 },
    )
  })
})
