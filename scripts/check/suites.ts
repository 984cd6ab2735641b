/** One thing that a change must pass. */
export interface Suite {
  readonly name: string
  readonly command: string
  /** Seconds it may take on two cores; past them the suite says so. All that run always add up to 8 minutes. */
  readonly budget: number
  readonly when: 'always' | 'full'
}

/** In the order they run: what is quick to tell comes first. */
export const suites: readonly Suite[] = [
  { name: 'format', command: 'oxfmt --check', budget: 5, when: 'always' },
  {
    name: 'lint',
    command: 'oxlint --type-aware --type-check --deny-warnings',
    budget: 20,
    when: 'always',
  },
  { name: 'boundaries', command: 'turbo boundaries', budget: 5, when: 'always' },
  { name: 'unused', command: 'knip', budget: 15, when: 'always' },
  { name: 'api', command: 'npm run -s api -- --check', budget: 40, when: 'always' },
  { name: 'publint', command: 'turbo run publint --output-logs=errors-only', budget: 25, when: 'always' },
  {
    name: 'tests',
    command:
      'npm test -s -- --reporter=default --reporter=json --outputFile.json=node_modules/.cache/rxkube/tests.json',
    budget: 175,
    when: 'always',
  },
  { name: 'features', command: 'npm run -s features -- --core', budget: 110, when: 'always' },
  { name: 'faults', command: 'npm run -s faults', budget: 5, when: 'always' },
  { name: 'smoke', command: 'npm run -s smoke', budget: 70, when: 'always' },
  { name: 'all mutants', command: 'npm run -s features', budget: 300, when: 'full' },
  { name: 'museum', command: 'npm run -s museum', budget: 200, when: 'full' },
  { name: 'model', command: 'npm run -s model', budget: 60, when: 'full' },
  { name: 'long tests', command: 'RXKUBE_FULL=1 npm test -s', budget: 900, when: 'full' },
  { name: 'own writes', command: 'npm run -s read-your-writes', budget: 120, when: 'full' },
  { name: 'starter', command: 'npm run -s starter', budget: 120, when: 'full' },
  { name: 'bench', command: 'npm run -s bench -- --quick', budget: 120, when: 'full' },
]
