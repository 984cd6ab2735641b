import { DeletedFinalStateUnknown } from '@rxkube/meta'
import type { ResourceEventHandler } from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { callHandler, DeletedObject, nameForHandler } from '../src/handlers.ts'
import { thing, type Thing } from './support/deltas.ts'

function recorder(): { readonly calls: string[]; readonly handler: ResourceEventHandler<Thing> } {
  const calls: string[] = []
  const at = (object: { readonly node?: string }): string => object.node ?? ''
  return {
    calls,
    handler: {
      added: (object, { initial }) => void calls.push(`added ${at(object)}${initial ? ' initial' : ''}`),
      updated: (before, object, { sync }) =>
        void calls.push(`updated ${at(before)}>${at(object)}${sync ? ' sync' : ''}`),
      deleted: (object, { key, finalStateUnknown }) =>
        void calls.push(`deleted ${key} ${at(object)}${finalStateUnknown ? ' unknown' : ''}`),
    },
  }
}

const on = (node: string): Thing => ({ ...thing('a', 1), node })

describe('callHandler', () => {
  it('CTL-9 FEAT-E13 FAULT-A11 calls the method that fits with the object itself, and facts beside it', () => {
    const { calls, handler } = recorder()
    callHandler(handler, { type: 'added', key: 'a', object: on('1'), initial: true })
    callHandler(handler, {
      type: 'updated',
      key: 'a',
      before: on('1'),
      object: on('2'),
      sync: true,
      replaced: false,
    })
    callHandler(handler, { type: 'deleted', key: 'a', object: on('2'), finalStateUnknown: true })
    expect(calls).toEqual(['added 1 initial', 'updated 1>2 sync', 'deleted a 2 unknown'])
  })

  it('CTL-9 FEAT-E13 gives what the method returned, and nothing where there is no such method', () => {
    const handler: ResourceEventHandler<Thing> = { added: () => 'done' }
    expect(callHandler(handler, { type: 'added', key: 'a', object: on('1'), initial: false })).toBe('done')
    expect(
      callHandler(handler, { type: 'deleted', key: 'a', object: on('1'), finalStateUnknown: false }),
    ).toBe(undefined)
  })

  it('calls methods of a class as methods', () => {
    class Counter implements ResourceEventHandler<Thing> {
      count = 0
      added(): void {
        this.count++
      }
    }
    const counter = new Counter()
    callHandler(counter, { type: 'added', key: 'a', object: on('1'), initial: false })
    expect(counter.count).toBe(1)
  })
})

describe('DeletedObject', () => {
  const object: Thing = { metadata: { name: 'web', resourceVersion: '1' } }
  const inNamespace = { metadata: { ...object.metadata, namespace: 'ns' } }

  it.each([
    ['an object', new DeletedObject(inNamespace), 'ns/web', 'ns', 'web', false],
    ['a cluster-scoped object', new DeletedObject(object), 'web', '', 'web', false],
    [
      'a tombstone with an object',
      new DeletedObject(new DeletedFinalStateUnknown('ns/web', object)),
      'ns/web',
      'ns',
      'web',
      true,
    ],
    [
      'a tombstone without an object',
      new DeletedObject<Thing>(new DeletedFinalStateUnknown<Thing>('ns/web', undefined)),
      'ns/web',
      'ns',
      'web',
      true,
    ],
    [
      'a key with more slashes',
      new DeletedObject<Thing>(new DeletedFinalStateUnknown<Thing>('ns/a/b', undefined)),
      'ns/a/b',
      'ns',
      'a/b',
      true,
    ],
    ['nothing', new DeletedObject<Thing>(undefined), '', '', '', false],
    ['an object without metadata', new DeletedObject({}), '', '', '', false],
  ])('CTL-9 FEAT-E13 knows name and key of %s', (_, deleted, key, namespace, name, finalStateUnknown) => {
    expect(deleted).toMatchObject({ key, namespace, name, finalStateUnknown })
    expect(deleted.objectName).toEqual({ namespace, name })
  })

  it('CTL-9 FEAT-E13 has the last state that was known, if any', () => {
    expect(new DeletedObject(new DeletedFinalStateUnknown('a', object)).object).toBe(object)
    expect(new DeletedObject<Thing>(new DeletedFinalStateUnknown<Thing>('a', undefined)).object).toBe(
      undefined,
    )
  })
})

describe('nameForHandler', () => {
  function onAdd(): void {}
  function onDelete(): void {}
  class PodHandler implements ResourceEventHandler<Thing> {
    added(): void {}
  }

  it.each<[string, ResourceEventHandler<never>, string]>([
    ['its class', new PodHandler(), 'PodHandler'],
    ['its functions', { added: onAdd, deleted: onDelete }, 'onAdd+onDelete'],
    ['its one function', { added: onAdd, updated: onAdd }, 'onAdd'],
    ['functions that were bound', { added: onAdd.bind(undefined) }, 'onAdd'],
    ['its methods', { added() {}, updated() {} }, 'added+updated'],
    ['nothing, when it is empty', {}, 'anonymous handler'],
    ['its methods, when it has no prototype', Object.assign(Object.create(null), { added() {} }), 'added'],
  ])('CTL-10 FEAT-E14 names a handler after %s', (_, handler, expected) => {
    expect(nameForHandler(handler)).toBe(expected)
  })
})
