import * as client from '@rxkube/client'
import * as meta from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

describe('the package', () => {
  it('offers every resource descriptor of meta under the same name', () => {
    const descriptors = Object.entries(meta).filter(
      ([, value]) => typeof value === 'object' && 'resource' in value && 'namespaced' in value,
    )
    expect(descriptors.length).toBeGreaterThan(30)
    expect(client).toMatchObject(Object.fromEntries(descriptors))
  })
})
