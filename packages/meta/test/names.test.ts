import {
  DeletedFinalStateUnknown,
  deletionHandlingMetaNamespaceKey,
  deletionHandlingObjectToName,
  ExplicitKey,
  InvalidKeyError,
  KeyError,
  metaNamespaceKey,
  MissingMetadataError,
  objectNameToString,
  objectToName,
  splitMetaNamespaceKey,
  type KubernetesObject,
} from '@rxkube/meta'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const pod: KubernetesObject = { metadata: { namespace: 'default', name: 'web-0' } }
const node: KubernetesObject = { metadata: { name: 'node-1' } }

const rootCause = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? rootCause(error.cause) : error

/** What `run` gives back or throws. */
const outcome = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}

describe('keys', () => {
  it('FEAT-C1 are namespace/name, or the name alone without a namespace', () => {
    expect(metaNamespaceKey(pod)).toBe('default/web-0')
    expect(metaNamespaceKey(node)).toBe('node-1')
    expect(metaNamespaceKey({ metadata: { namespace: '', name: 'node-1' } })).toBe('node-1')
  })

  it('KEY-1 FEAT-C1 more than one slash is refused; otherwise reading and writing give the same, but for a leading slash', () => {
    const keys = fc.string({ unit: fc.constantFrom(...'abcdefghi/'.split('')), maxLength: 12 })
    fc.assert(
      fc.property(keys, (key) => {
        const slashes = key.split('/').length - 1
        const written = outcome(() => objectNameToString(splitMetaNamespaceKey(key)))
        const expected = key.startsWith('/') ? key.slice(1) : key
        expect(slashes > 1 ? written instanceof InvalidKeyError : written === expected).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['', '', ''],
    ['a', '', 'a'],
    ['a/b', 'a', 'b'],
    ['/b', '', 'b'],
    ['a/', 'a', ''],
  ])('KEY-1 reads %j as namespace %j and name %j', (key, namespace, name) => {
    expect(splitMetaNamespaceKey(key)).toEqual({ namespace, name })
  })

  it('FEAT-C1 three segments are refused, naming the key', () => {
    expect(() => splitMetaNamespaceKey('a/b/c')).toThrow(InvalidKeyError)
    expect(() => splitMetaNamespaceKey('a/b/c')).toThrow('a/b/c')
  })

  it.each([pod, node])('KEY-2 FEAT-C1 tombstone and live object give the same key and name: %j', (object) => {
    const tombstone = new DeletedFinalStateUnknown(metaNamespaceKey(object), object)
    expect(deletionHandlingMetaNamespaceKey(tombstone)).toBe(deletionHandlingMetaNamespaceKey(object))
    expect(deletionHandlingObjectToName(tombstone)).toEqual(deletionHandlingObjectToName(object))
    expect(deletionHandlingObjectToName(object)).toEqual(objectToName(object))
  })

  it('KEY-2 a tombstone is keyed without a look at its object', () => {
    const tombstone = new DeletedFinalStateUnknown('a/b', undefined)
    expect(deletionHandlingMetaNamespaceKey(tombstone)).toBe('a/b')
    expect(deletionHandlingObjectToName(tombstone)).toEqual({ namespace: 'a', name: 'b' })
    const broken = new DeletedFinalStateUnknown('a/b/c', pod)
    expect(() => deletionHandlingObjectToName(broken)).toThrow(InvalidKeyError)
  })

  it('KEY-3 FEAT-C1 a key error keeps its cause through any nesting', () => {
    const cause = new MissingMetadataError()
    const error = new KeyError('outer', new KeyError('middle', new KeyError(pod, cause)))
    expect(rootCause(error)).toBe(cause)
    expect(error.message).toContain('metadata')
  })

  it('KEY-3 a key error carries the object but does not print it', () => {
    const secret = { data: { password: 'aHVudGVyMg==' } }
    const error = new KeyError(secret, new MissingMetadataError())
    expect(error.object).toBe(secret)
    expect(error.message).not.toContain('aHVudGVyMg')
  })

  it('KEY-4 FEAT-C1 an explicit key passes through', () => {
    expect(metaNamespaceKey(new ExplicitKey('any/thing/at/all'))).toBe('any/thing/at/all')
    expect(deletionHandlingMetaNamespaceKey(new ExplicitKey('x'))).toBe('x')
  })

  it('KEY-4 FEAT-C1 an object without metadata is refused', () => {
    expect(() => metaNamespaceKey({})).toThrow(MissingMetadataError)
    const fromJson = JSON.parse('{"metadata":null}') as KubernetesObject
    expect(() => metaNamespaceKey(fromJson)).toThrow(MissingMetadataError)
    expect(() => deletionHandlingObjectToName({})).toThrow(MissingMetadataError)
  })
})
