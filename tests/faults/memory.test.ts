import { type Exchange, ScriptedServer, scriptObject } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { child } from '../support/child.ts'

const full = process.env['RXKUBE_FULL'] !== undefined
/** Megabytes of heap for what is really kept. */
const roomy = full ? 4000 : 512
const head = '{"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"9"},"items":['

function named(index: number, data: string): string {
  const { metadata } = scriptObject(`a${index + 1}`)
  return JSON.stringify({ metadata: { ...metadata, name: `o-${index}`, uid: `u-${index}` }, data: { data } })
}

/** Sends a list of `count` objects, never more than a megabyte of it at once. */
async function sendList(exchange: Exchange, count: number, data: (index: number) => string): Promise<void> {
  exchange.head(200, { 'content-type': 'application/json' })
  await exchange.write(head)
  let block = ''
  for (let index = 0; index < count; index += 1) {
    block += `${index === 0 ? '' : ','}${named(index, data(index))}`
    if (block.length < 1 << 20) continue
    // oxlint-disable-next-line no-await-in-loop -- bytes go in order
    await exchange.write(block)
    block = ''
  }
  await exchange.write(`${block}]}`)
  exchange.end()
}

describe('memory', { timeout: 60_000 }, () => {
  it(
    'FAULT-A22 holds no more than the old state and what is new of the other while it lists again',
    { timeout: 120_000 },
    async () => {
      const told = await child<{ steady: number; most: number; after: number; lists: number }>(
        new URL('../support/children/relist.ts', import.meta.url),
        [full ? '100000' : '10000', 'same'],
        roomy,
      )
      expect(told.lists).toBe(2)
      expect(told.most / told.steady).toBeLessThan(1.5)
      expect(told.after / told.steady).toBeLessThan(1.1)
    },
  )

  it(
    'FAULT-A26 reads a list of any size in little memory, object by object',
    { timeout: 300_000 },
    async () => {
      await using server = await ScriptedServer.start()
      const count = full ? 150_000 : 20_000
      const filling = 'x'.repeat(4096)
      server.answer('list', (exchange) => sendList(exchange, count, () => filling))
      // The heap of the child is far smaller than the body, which is larger than any string when run in full.
      const { items, most } = await child<{ items: number; most: number }>(
        new URL('../support/children/list-and-drop.ts', import.meta.url),
        [server.url],
        64,
      )
      expect(items).toBe(count)
      expect(most).toBeLessThan(24)
    },
  )

  it(
    'FAULT-F14 holds nothing of a list but the objects that are still there',
    { timeout: 120_000 },
    async () => {
      await using server = await ScriptedServer.start()
      const count = full ? 100_000 : 8000
      const left = count / 100
      const list = (exchange: Exchange) => sendList(exchange, count, (index) => `${index} `.repeat(800))
      const watch = async (exchange: Exchange) => {
        exchange.head(200)
        for (let index = left; index < count; index += 1) {
          const object = JSON.parse(named(index, '')) as { metadata: { resourceVersion: string } }
          object.metadata.resourceVersion = String(1_000_000 + index)
          // oxlint-disable-next-line no-await-in-loop -- bytes go in order
          await exchange.write(`${JSON.stringify({ type: 'DELETED', object })}\n`)
        }
      }
      // Twice: what is measured is the second time.
      server.answer('list', list).answer('list', list)
      server.answer('watch', watch).answer('watch', watch)
      const told = await child<{ full: number; left: number; objects: number }>(
        new URL('../support/children/list-and-delete.ts', import.meta.url),
        [server.url, String(left)],
        roomy,
      )
      expect(told.objects).toBe(left)
      expect(told.left).toBeLessThan(told.full / 10)
    },
  )
})
