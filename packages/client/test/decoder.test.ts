import { Client, listWatch, Pod, type Decoder, type TypeMeta } from '@rxkube/client'
import type { KubernetesObject, ObjectMeta } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { FakeTransport } from './support/fake-transport.ts'
import { all, event, failure, podList } from './support/objects.ts'

/** Keeps the bytes, and reads them when a field is asked for first. */
class LazyView {
  static parsed = 0
  readonly #bytes: Buffer
  readonly #type: TypeMeta | undefined
  #object: KubernetesObject | undefined

  constructor(bytes: Uint8Array, type: TypeMeta | undefined) {
    this.#bytes = Buffer.from(bytes)
    this.#type = type
  }

  get kind(): string {
    return this.#read().kind ?? this.#type?.kind ?? ''
  }

  get metadata(): ObjectMeta {
    return this.#read().metadata ?? {}
  }

  #read(): KubernetesObject {
    if (this.#object) return this.#object
    LazyView.parsed++
    this.#object = JSON.parse(this.#bytes.toString()) as KubernetesObject
    return this.#object
  }
}

const lazily: Decoder<KubernetesObject> = (bytes, type) => new LazyView(bytes, type)
const bookmark = '{"type":"BOOKMARK","object":{"kind":"Pod","metadata":{"resourceVersion":"12"}}}\n'

function transport(): FakeTransport {
  return new FakeTransport(({ watch }) => ({
    body: watch
      ? event('ADDED', 'a') +
        event('MODIFIED', 'b') +
        bookmark +
        `${JSON.stringify({ type: 'ERROR', object: failure(410, 'Expired') })}\n`
      : podList(['a', 'b']),
  }))
}

describe('the decoder seam', () => {
  it('hands the bytes of listed and of watched objects to the decoder of a listWatch, and reads nothing itself', async () => {
    LazyView.parsed = 0
    const source = listWatch(new Client({ transport: transport() }), Pod, { decoder: lazily })
    const { signal } = new AbortController()
    const parts = await Array.fromAsync(source.list({}, { signal }))
    const events = await all(await source.watch({}, { signal }))
    const listed = parts.flatMap((part) => (part.type === 'items' ? part.items : []))
    const watched = events.flatMap((each) =>
      each.type === 'ADDED' || each.type === 'MODIFIED' ? each.object : [],
    )
    const views = [...listed, ...watched]
    expect(views.every((each) => (each as unknown) instanceof LazyView)).toBe(true)
    expect(LazyView.parsed).toBe(0)
    expect(views.map(({ kind, metadata }) => [kind, metadata.name])).toEqual([
      ['Pod', 'a'],
      ['Pod', 'b'],
      ['Pod', 'a'],
      ['Pod', 'b'],
    ])
    expect(LazyView.parsed).toBe(4)
  })

  it('reads bookmarks and ERROR events as JSON whatever the decoder', async () => {
    const client = new Client({ transport: transport(), decoder: lazily })
    const events = await all(await client.watch(Pod))
    expect(events.slice(2).map(({ type, object }) => [type, object.constructor === Object])).toEqual([
      ['BOOKMARK', true],
      ['ERROR', true],
    ])
  })

  it('is that of the client unless a list or watch has its own, and outranks managedFields', async () => {
    const client = new Client({ transport: transport(), decoder: lazily })
    const marked: Decoder<KubernetesObject> = () => ({ kind: 'Mine' })
    const { items } = await client.list(Pod, { managedFields: 'drop' })
    expect(items.every((each) => (each as unknown) instanceof LazyView)).toBe(true)
    const own = await client.list(Pod, { decoder: marked })
    expect(own.items).toEqual([{ kind: 'Mine' }, { kind: 'Mine' }])
    expect(await client.get(Pod, { name: 'x', namespace: 'y' })).toMatchObject({ kind: 'PodList' })
  })

  it('makes a list that its decoder refuses an InvalidListError, and a watch an ERROR event', async () => {
    const refusing: Decoder<KubernetesObject> = () => {
      throw new Error('canary')
    }
    const client = new Client({ transport: transport(), decoder: refusing })
    const error = await client.list(Pod).catch((each: unknown) => each)
    expect(error).toMatchObject({ name: 'InvalidListError', problem: 'malformed' })
    const events = await all(await client.watch(Pod))
    expect(events.map(({ type }) => type)).toEqual(['ERROR'])
    expect(JSON.stringify(events) + String((error as Error).cause)).not.toContain('canary')
  })
})
