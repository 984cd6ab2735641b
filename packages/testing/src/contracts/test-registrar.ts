/** What registers one test: `it` of vitest, `test` of node:test, or any function that takes a name and a body. */
export type TestRegistrar = (name: string, body: () => Promise<void>) => unknown
