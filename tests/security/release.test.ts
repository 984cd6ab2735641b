import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const workflow = readFileSync(join(import.meta.dirname, '../../.github/workflows/release.yml'), 'utf8')

describe('the release workflow', () => {
  it("uses GitHub's own actions alone, each pinned to a commit", () => {
    const used = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action ?? '')
    expect(used.map((action) => action.split('@')[0] ?? '').toSorted()).toEqual([
      'actions/checkout',
      'actions/setup-node',
    ])
    for (const action of used) expect(action).toMatch(/@[0-9a-f]{40}$/)
  })

  it('publishes with provenance, by an identity and not by a token', () => {
    expect(workflow).toContain('npm publish --provenance')
    expect(workflow).toContain('id-token: write')
    expect(workflow).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/)
  })

  it('has no permission but those it names, and runs no script of a dependency', () => {
    expect(workflow).toMatch(/^permissions: \{\}$/m)
    expect(workflow).toContain('npm ci --ignore-scripts')
    expect(workflow).toContain('persist-credentials: false')
  })

  it('publishes only what passed the checks', () => {
    expect(workflow.indexOf('npm run check')).toBeGreaterThan(0)
    expect(workflow.indexOf('npm run check')).toBeLessThan(workflow.indexOf('npm publish'))
  })
})
