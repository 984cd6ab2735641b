import {
  customResourceGone$,
  installCustomResources,
  watchCustomResource,
  type CustomResourceSignal,
} from '@rxkube/controller'
import { CustomResourceDefinition } from '@rxkube/meta'
import { SharedInformer } from '@rxkube/shared-informer'
import { listWatch } from '@rxkube/client'
import { TestEnv } from '@rxkube/testing'
import { EMPTY, switchMap, takeUntil } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Widget } from './custom-resource/widget.ts'

const address = { name: 'widgets.example.com' }
const metadata = { name: 'web', namespace: 'default' }

let env: TestEnv
beforeEach(() => {
  env = new TestEnv()
})
afterEach(() => env.stop())

const install = async () => {
  const installing = installCustomResources(env.client, [Widget])
  await env.advance('1s')
  const [definition] = await installing
  return definition?.metadata.uid ?? ''
}
const remove = async () => {
  await env.client.delete(CustomResourceDefinition, address)
  await env.advance('10s')
}
const words = (signal: CustomResourceSignal) =>
  signal.type === 'gone' ? `gone: ${signal.reason}` : signal.uid

describe('watching for a custom resource', () => {
  const follow = () => {
    const told: string[] = []
    const subscription = watchCustomResource(env.client, Widget).subscribe((signal) =>
      told.push(words(signal)),
    )
    return { told, subscription }
  }

  it('tells when it comes, when it goes, and when another one comes', async () => {
    const { told, subscription } = follow()
    await env.settle()
    const first = await install()
    await remove()
    const second = await install()
    subscription.unsubscribe()
    const nothing = 'gone: there is no such definition'
    expect(told).toEqual([nothing, first, nothing, second])
    await env.settle()
    expect(env.clock.pending).toBe(0)
  })

  it('tells each subscriber from the beginning', async () => {
    const signals = watchCustomResource(env.client, Widget)
    const uid = await install()
    const told: string[] = []
    signals.subscribe((signal) => told.push(words(signal))).unsubscribe()
    const subscriptions = [1, 2].map(() => signals.subscribe((signal) => told.push(words(signal))))
    await env.settle()
    expect(told).toEqual([uid, uid])
    for (const each of subscriptions) each.unsubscribe()
  })

  it('is there while its definition is being deleted, for finalizers are to be run', async () => {
    const uid = await install()
    await env.client.create(
      Widget,
      Widget.of({ metadata: { ...metadata, finalizers: ['example.com/hold'] }, spec: { image: 'a' } }),
    )
    const { told, subscription } = follow()
    await env.client.delete(CustomResourceDefinition, address)
    await env.advance('1m')
    expect(told).toEqual([uid])
    await env.client.patch(Widget, metadata, { metadata: { finalizers: null } })
    await env.advance('10s')
    expect(told).toEqual([uid, 'gone: there is no such definition'])
    subscription.unsubscribe()
  })

  it('is gone when its version is not served any more, and back when it is', async () => {
    const uid = await install()
    const { told, subscription } = follow()
    await env.settle()
    const serve = async (served: boolean) => {
      const patch = [{ op: 'replace', path: '/spec/versions/1/served', value: served }]
      await env.client.patch(CustomResourceDefinition, address, patch, { type: 'json' })
      await env.advance('1s')
    }
    await serve(false)
    await serve(true)
    expect(told).toEqual([uid, 'gone: it does not serve v1 (it serves v1beta1)', uid])
    subscription.unsubscribe()
  })

  it('stays when only one of its names is refused', async () => {
    const uid = await install()
    const { told, subscription } = follow()
    const other = structuredClone(Widget.crd)
    Object.assign(other.metadata, { name: 'gizmos.example.com' })
    Object.assign(other.spec, { names: { plural: 'gizmos', kind: 'Gizmo', shortNames: ['gz'] } })
    await env.client.create(CustomResourceDefinition, other)
    await env.client.patch(CustomResourceDefinition, address, { spec: { names: { shortNames: ['gz'] } } })
    await env.advance('1s')
    const { status } = await env.client.get(CustomResourceDefinition, address)
    expect(status?.conditions).toContainEqual(
      expect.objectContaining({ type: 'NamesAccepted', status: 'False' }),
    )
    expect(told).toEqual([uid])
    subscription.unsubscribe()
  })

  it('FAULT-E2 tells that it was gone even when it came back while nobody could see', async () => {
    const first = await install()
    const process = env.start('controller', async ({ client, signal }) => {
      const subscription = watchCustomResource(client, Widget).subscribe((signal_) =>
        told.push(words(signal_)),
      )
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      subscription.unsubscribe()
    })
    const told: string[] = []
    await env.settle()
    const cut = env.faults.refuseConnections('controller')
    env.faults.endWatches({ view: 'controller' })
    await remove()
    const second = await install()
    env.server.compact()
    cut.remove()
    await env.advance('1m')
    expect(told).toEqual([first, 'gone: it was replaced', second])
    await process.stop()
  })

  it('tells what goes wrong to whoever wants to hear it', async () => {
    const down = env.faults.respond({ resource: 'customresourcedefinitions.apiextensions.k8s.io' }, 403)
    const errors: string[] = []
    const watchErrorHandler = (error: Error) => void errors.push(error.message)
    const told: string[] = []
    const subscription = watchCustomResource(env.client, Widget, { watchErrorHandler }).subscribe((signal) =>
      told.push(words(signal)),
    )
    await env.advance('1s')
    expect({ told, heard: errors.length > 0 }).toEqual({ told: [], heard: true })
    down.remove()
    await env.advance('1m')
    expect(told).toEqual(['gone: there is no such definition'])
    subscription.unsubscribe()
  })
})

describe('what a manager does with it', () => {
  it('FAULT-E1 FAULT-E2 stops a watch when the definition goes, and starts another when it comes again', async () => {
    const first = await install()
    await env.client.create(Widget, Widget.of({ metadata, spec: { image: 'old' } }))
    const images = new Map<string, readonly string[]>()
    const subscription = watchCustomResource(env.client, Widget)
      .pipe(
        switchMap((signal) => {
          if (signal.type === 'gone') return EMPTY
          const widgets = new SharedInformer(listWatch(env.client, Widget), {
            clock: env.clock,
            random: env.random,
            linger: 0,
          })
          return widgets.select$({}).pipe(
            takeUntil(customResourceGone$(env.client, Widget)),
            switchMap((all) => [
              void images.set(
                signal.uid,
                all.map(({ spec }) => spec.image),
              ),
            ]),
          )
        }),
      )
      .subscribe()
    await env.advance('1s')
    expect(images.get(first)).toEqual(['old'])

    await remove()
    const requests: string[] = []
    env.server.requests(({ path }) => void requests.push(path))
    await env.advance('20m')
    expect(requests.filter((path) => path.includes('/widgets?'))).toEqual([])

    const second = await install()
    await env.client.create(Widget, Widget.of({ metadata, spec: { image: 'new' } }))
    await env.advance('1s')
    expect(images.get(second)).toEqual(['new'])
    expect(images.size).toBe(2)
    expect(requests.some((path) => path.includes('/widgets?'))).toBe(true)
    subscription.unsubscribe()
    await env.advance('1s')
    requests.length = 0
    await env.advance('20m')
    expect(requests).toEqual([])
  })

  it('customResourceGone$ says why, once, and is over', async () => {
    const told: string[] = []
    const gone = customResourceGone$(env.client, Widget)
    gone.subscribe({ next: (reason) => told.push(reason), complete: () => told.push('over') })
    await env.settle()
    expect(told).toEqual(['there is no such definition', 'over'])
    expect(env.clock.pending).toBe(0)
  })
})
