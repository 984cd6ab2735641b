import type { TestRegistrar } from '@rxkube/testing'

/** Registers a contract, runs it and gives the names of the tests that failed. */
export async function failuresOf(register: (test: TestRegistrar) => void): Promise<readonly string[]> {
  const tests: { readonly name: string; readonly body: () => Promise<void> }[] = []
  register((name, body) => tests.push({ name, body }))
  const failed: string[] = []
  for (const { name, body } of tests) {
    // oxlint-disable-next-line no-await-in-loop -- one test after another
    await body().catch(() => failed.push(name))
  }
  return failed
}
