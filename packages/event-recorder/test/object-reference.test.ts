import { describe, expect, it } from 'vitest'
import {
  getPartialReference,
  getReference,
  UnreferencableObjectError,
  type ObjectReference,
} from '@rxkube/event-recorder'
import { deepFreeze, Pod } from '@rxkube/meta'

const metadata = { name: 'web-0', namespace: 'default', uid: 'u', resourceVersion: '7', labels: { a: 'b' } }
const expected = {
  apiVersion: 'v1',
  kind: 'Pod',
  name: 'web-0',
  namespace: 'default',
  uid: 'u',
  resourceVersion: '7',
}

describe('a reference', () => {
  it('says which object is meant, and no more', () => {
    expect(getReference({ apiVersion: 'v1', kind: 'Pod', metadata })).toEqual(expected)
  })

  it('is made of objects of a cache, which nobody may change', () => {
    const pod = deepFreeze({ apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata } })
    expect(getReference(pod)).toEqual(expected)
  })

  it('takes the kind from a resource when the object does not tell', () => {
    expect(getReference({ metadata }, Pod)).toEqual(expected)
    expect(getReference({ metadata }, { group: 'apps', version: 'v1', kind: 'Deployment' })).toMatchObject({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
    })
  })

  it('to a part of an object has the path of it', () => {
    expect(getPartialReference({ metadata }, 'spec.containers{web}', Pod)).toEqual({
      ...expected,
      fieldPath: 'spec.containers{web}',
    })
  })

  it('to a reference is a copy of it', () => {
    const reference: ObjectReference = { kind: 'Pod', name: 'web-0' }
    const copy = getReference(reference)
    expect(copy).toEqual(reference)
    expect(copy).not.toBe(reference)
    expect(getReference({})).toEqual({})
  })

  it('cannot be made of what does not say what it is', () => {
    const nothing = null as unknown as ObjectReference
    const bare = { metadata: null } as unknown as ObjectReference
    for (const object of [{ metadata }, { kind: 'Pod', metadata }, nothing, bare])
      expect(() => getReference(object)).toThrow(UnreferencableObjectError)
  })
})
