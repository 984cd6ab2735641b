import { Client, listWatch, Pod } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FakeTransport } from './support/fake-transport.ts'
import { all } from './support/objects.ts'

/** The object of a watch that drops managedFields, and of a list, sent as this text. */
async function read(
  text: string,
): Promise<readonly [KubernetesObject | undefined, KubernetesObject | undefined]> {
  const clock = new TestClock()
  const transport = new FakeTransport((request) => ({
    body: request.watch
      ? `{"type":"ADDED","object":${text}}\n`
      : `{"kind":"PodList","metadata":{"resourceVersion":"1"},"items":[${text}]}`,
  }))
  const client = new Client({ transport, clock, random: clock.random })
  const [watched] = await all(await client.watch<KubernetesObject>(Pod, { managedFields: 'drop' }))
  const { items } = await client.list<KubernetesObject>(Pod, { managedFields: 'drop' })
  return [watched?.object, items[0]]
}

const managed = [{ manager: 'a', fieldsV1: { 'f:metadata': { 'k:{"name":"]}"}': {}, 'f:\\"ä€': {} } } }]
const meta = { kind: 'Pod', apiVersion: 'v1' }

describe('dropping managedFields', () => {
  it('gives every object as it was sent, but for them, whatever the order of its keys', async () => {
    const decoy = fc.constantFrom(
      'managedFields',
      'metadata',
      'object',
      'items',
      '{"managedFields":[',
      'ä"\\',
    )
    const keys = fc.oneof(decoy, fc.string())
    const value = fc.jsonValue({ maxDepth: 3 })
    const fields = fc.dictionary(keys, fc.oneof(value, fc.dictionary(keys, value)), { noNullPrototype: true })
    const shuffled = (of: object): fc.Arbitrary<object> =>
      fc
        .shuffledSubarray(Object.entries(of), { minLength: Object.keys(of).length })
        .map((entries) => Object.fromEntries(entries))
    const objects = fc
      .record({ labels: fields, spec: fields, has: fc.boolean(), space: fc.constantFrom(0, 1, '\t') })
      .chain(({ labels, spec, has, space }) =>
        shuffled({ name: 'a', labels, ...(has && { managedFields: managed }) })
          .chain((metadata) => shuffled({ ...meta, spec, metadata }))
          .map((object) => ({ object, space })),
      )
    await fc.assert(
      fc.asyncProperty(objects, async ({ object, space }) => {
        // Line ends cannot stand in a frame of a watch.
        const text = JSON.stringify(object, undefined, space).replaceAll('\n', ' ')
        const expected = JSON.parse(text) as { metadata: { managedFields?: unknown } }
        delete expected.metadata.managedFields
        expect(await read(text)).toEqual([expected, expected])
      }),
    )
  })

  it('leaves what has that name elsewhere, and what is no array', async () => {
    const object = {
      ...meta,
      managedFields: [1],
      metadata: { labels: { managedFields: [2] }, managedFields: 'x' },
    }
    expect(await read(JSON.stringify(object))).toEqual([object, object])
  })

  it('still tells a frame that is no JSON as one that cannot be decoded', async () => {
    const clock = new TestClock()
    for (const text of [
      '{"type":"ADDED","object":{"metadata":{"managedFields":[}}}',
      '{"type":"ADDED","object":{"metadata":{"managedFields":[],"a"}}}',
      '{"type":"ADDED","object":{"metadata":{"managedFields"}}}',
      '{"type":"ADDED","object":{"metadata"',
    ]) {
      const client = new Client({
        transport: new FakeTransport(() => ({ body: `${text}\n` })),
        clock,
        random: clock.random,
      })
      const events = await all(await client.watch(Pod, { managedFields: 'drop' }))
      expect(events.map(({ type }) => type)).toEqual(['ERROR'])
    }
  })

  it('is for a ListerWatcher to ask for, and is not sent to the server', async () => {
    const clock = new TestClock()
    const text = JSON.stringify({ ...meta, metadata: { name: 'a', managedFields: managed } })
    const transport = new FakeTransport((request) => ({
      body: request.watch
        ? `{"type":"ADDED","object":${text}}\n`
        : `{"kind":"PodList","metadata":{"resourceVersion":"1"},"items":[${text}]}`,
    }))
    const client = new Client({ transport, clock, random: clock.random })
    const { signal } = new AbortController()
    for (const managedFields of ['keep', 'drop'] as const) {
      const source = listWatch(client, Pod, { managedFields })
      const kept = managedFields === 'keep' ? managed : undefined
      const [event] = await all(await source.watch({}, { signal }))
      const [items] = await Array.fromAsync(source.list({}, { signal }))
      expect(event?.object.metadata).toEqual({ name: 'a', ...(kept && { managedFields: kept }) })
      expect(items).toMatchObject({ items: [{ metadata: { name: 'a' } }] })
      expect(JSON.stringify(items).includes('managedFields')).toBe(kept !== undefined)
    }
    expect(transport.paths.join()).not.toContain('managedFields')
  })
})
