import { TestClock } from '@rxkube/clock'
import { Node as NodeResource, Pod as PodResource } from '@rxkube/meta'
import { reflector, appliedObjects, watchObject } from '@rxkube/reflector'
import { NamespaceScopeError, type ListOptions } from '@rxkube/client'
import { describe, expect, it } from 'vitest'
import { ControlledStream } from './support/controlled-stream.ts'
import { added, deleted, errorEvent, foreign, initialEventsEnd, modified, page } from './support/objects.ts'
import { api, statuses } from './support/failures.ts'
import { noChance } from './support/running.ts'
import { ScriptedListerWatcher } from './support/scripted-lister-watcher.ts'

/** A client of one server, whose requests it hands on. */
function clientOf(server: ScriptedListerWatcher, clock: TestClock) {
  const asked: unknown[] = []
  const client = {
    clock,
    random: noChance,
    listParts: (resource: { readonly kind: string }, options: ListOptions & { signal?: AbortSignal }) => {
      asked.push(resource.kind)
      return server.list(options, { signal: options.signal ?? new AbortController().signal }) as never
    },
    watch: (resource: { readonly kind: string }, options: ListOptions & { signal?: AbortSignal }) => {
      asked.push(resource.kind)
      return server.watch(options, { signal: options.signal ?? new AbortController().signal }) as never
    },
  }
  return { client, asked }
}

describe('reflector of a client', () => {
  it('FEAT-A1 lists and watches the resource with the selectors on every request, and takes no other kind', async () => {
    const clock = new TestClock()
    const server = new ScriptedListerWatcher({
      lists: [page('10', 'a@5')],
      watches: [
        api(statuses.invalid),
        new ControlledStream().send(foreign('ADDED', { kind: 'Service', metadata: { name: 's' } })),
      ],
    })
    const { client, asked } = clientOf(server, clock)
    const names: (string | undefined)[] = []
    const subscription = reflector(client, PodResource, { labelSelector: 'app=web' })
      .pipe(appliedObjects())
      .subscribe(({ metadata }) => names.push(metadata.name))
    await clock.settle()
    subscription.unsubscribe()
    expect(names).toEqual(['a'])
    expect(asked).toEqual(['Pod', 'Pod', 'Pod'])
    expect(server.requests.map(([, { labelSelector }]) => labelSelector)).toEqual([
      'app=web',
      'app=web',
      'app=web',
    ])
  })
})

describe('watchObject', () => {
  it('gives the object, each new state of it, and undefined while it is not there', async () => {
    const clock = new TestClock()
    const stream = new ControlledStream()
    const server = new ScriptedListerWatcher({ watches: [stream] })
    const states: (string | undefined)[] = []
    const subscription = watchObject(clientOf(server, clock).client, PodResource, {
      namespace: 'default',
      name: 'a',
    }).subscribe((object) => states.push(object?.metadata.resourceVersion))
    await clock.settle()
    expect(states).toEqual([])
    stream.send(added('a@1'), added('other@2'), initialEventsEnd('3'), modified('a@4'), modified('other@5'))
    stream.send(deleted('a@6')).send(added('a@7'))
    await clock.settle()
    expect(states).toEqual(['1', '4', undefined, '7'])
    expect(server.requests[0]?.[1].fieldSelector).toBe('metadata.name=a')
    subscription.unsubscribe()
  })

  it('gives undefined when it is not there to begin with, and nothing for a state that is told again', async () => {
    const clock = new TestClock()
    const states: (string | undefined)[] = []
    const first = new ControlledStream().send(
      initialEventsEnd('3'),
      added('a@4'),
      errorEvent(statuses.expired),
    )
    const second = new ControlledStream().send(added('a@4'), initialEventsEnd('9'))
    const server = new ScriptedListerWatcher({ watches: [first, second] })
    const subscription = watchObject(clientOf(server, clock).client, PodResource, {
      namespace: 'default',
      name: 'a',
    }).subscribe((object) => states.push(object?.metadata.resourceVersion))
    await clock.advance('1s')
    expect(server.streams).toHaveLength(2)
    expect(states).toEqual([undefined, '4'])
    subscription.unsubscribe()
  })

  it('gives undefined when it was deleted unseen, or while the initial events came', async () => {
    const clock = new TestClock()
    const states: (string | undefined)[] = []
    const first = new ControlledStream().send(
      added('a@1'),
      initialEventsEnd('3'),
      errorEvent(statuses.expired),
    )
    const second = new ControlledStream().send(added('a@1'), deleted('a@4'), initialEventsEnd('9'))
    const server = new ScriptedListerWatcher({ watches: [first, second] })
    const subscription = watchObject(clientOf(server, clock).client, PodResource, {
      namespace: 'default',
      name: 'a',
    }).subscribe((object) => states.push(object?.metadata.resourceVersion))
    await clock.advance('1s')
    expect(states).toEqual(['1', undefined])
    subscription.unsubscribe()
  })

  it('refuses a name without its namespace, under which there may be several objects', () => {
    const { client, asked } = clientOf(new ScriptedListerWatcher({}), new TestClock())
    expect(() => watchObject(client, PodResource, 'a')).toThrow(NamespaceScopeError)
    expect(() => watchObject(client, PodResource, 'a')).toThrow('pods is namespaced: a namespace is missing')
    expect(() => watchObject(client, NodeResource, 'a')).not.toThrow()
    expect(asked).toEqual([])
  })
})
