import {
  controllerOf,
  deepFreeze,
  isControlledBy,
  isOwnedBy,
  newControllerRef,
  newOwnerRef,
  Pod,
  ReplicaSet,
  UnidentifiedOwnerError,
  type KubernetesObject,
} from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

const owner: KubernetesObject = { metadata: { name: 'web', uid: 'u1' } }
const reference = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'u1' }
const ownedBy = (...ownerReferences: (typeof reference & { controller?: boolean })[]): KubernetesObject =>
  deepFreeze({ metadata: { name: 'web-0', ownerReferences } }) as KubernetesObject

describe('owner references', () => {
  it('make an object an owner, or the controller', () => {
    expect(newOwnerRef(owner, ReplicaSet)).toEqual(reference)
    const controller = { ...reference, controller: true, blockOwnerDeletion: true }
    expect(newControllerRef(owner, ReplicaSet)).toEqual(controller)
    expect(newOwnerRef(owner, Pod)).toMatchObject({ apiVersion: 'v1', kind: 'Pod' })
  })

  it.each([
    {},
    { metadata: { name: 'web' } },
    { metadata: { name: 'web', uid: '' } },
    { metadata: { uid: 'u1' } },
  ])('are not made from %j, which no server has named', (object) => {
    expect(() => newControllerRef(object, ReplicaSet)).toThrow(UnidentifiedOwnerError)
  })

  it('tell the controller among the owners', () => {
    const controller = { ...reference, uid: 'u2', controller: true }
    expect(controllerOf(ownedBy(reference, controller))).toEqual(controller)
    expect(controllerOf(ownedBy({ ...reference, controller: false }))).toBeUndefined()
    expect(controllerOf({})).toBeUndefined()
  })

  it('tell who controls an object by uid, not by name', () => {
    const pod = ownedBy({ ...reference, controller: true })
    expect(isControlledBy(pod, owner)).toBe(true)
    expect(isControlledBy(pod, { metadata: { name: 'web', uid: 'u2' } })).toBe(false)
    expect(isControlledBy(ownedBy(reference), owner)).toBe(false)
    expect(isControlledBy({}, {})).toBe(false)
  })

  it('tell who owns an object', () => {
    expect(isOwnedBy(ownedBy({ ...reference, uid: 'u0' }, reference), owner)).toBe(true)
    expect(isOwnedBy(ownedBy({ ...reference, uid: 'u0' }), owner)).toBe(false)
    expect(isOwnedBy({}, owner)).toBe(false)
    expect(isOwnedBy(ownedBy(reference), {})).toBe(false)
  })
})
