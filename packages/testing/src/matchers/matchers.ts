import { assertConverged, assertHolds, assertSynced } from './assertions.ts'

/** What `expect.extend` takes one of. */
export type Matcher<Received, Expected extends readonly unknown[]> = (
  received: Received,
  ...expected: Expected
) => { readonly pass: boolean; readonly message: () => string }

/** Makes a matcher for `expect.extend` of an assertion that throws. */
export function matcherOf<Received, Expected extends readonly unknown[]>(
  assertion: (received: Received, ...expected: Expected) => void,
): Matcher<Received, Expected> {
  return (received, ...expected) => {
    try {
      assertion(received, ...expected)
      return { pass: true, message: () => `${assertion.name} was expected to fail` }
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      return { pass: false, message: () => text }
    }
  }
}

/** The assertions of this package for vitest and jest: `expect.extend(matchers)`. node:test takes the assertions. */
export const matchers = {
  toSatisfySynced: matcherOf(assertSynced),
  toSatisfyHolds: matcherOf(assertHolds),
  toSatisfyConverged: matcherOf(assertConverged),
} as const
