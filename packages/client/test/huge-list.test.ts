import { listBody } from '@rxkube/client'
import { systemClock, type Clock } from '@rxkube/clock'
import { constants } from 'node:buffer'
import { describe, expect, it } from 'vitest'

const item = Buffer.from(
  `${JSON.stringify({ metadata: { name: 'p' }, data: { text: 'x'.repeat(100_000) } })},`,
)
const items = Math.ceil(constants.MAX_STRING_LENGTH / item.length) + 100

/** A list that no string can hold, made of one piece over and over. */
async function* body(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{"kind":"ConfigMapList","items":[')
  for (let at = 1; at < items; at++) yield item
  yield item.subarray(0, -1)
  yield Buffer.from('],"metadata":{"resourceVersion":"7"}}')
}

describe('listBody', () => {
  it('FAULT-A26 reads a list longer than any string, holding no more than an item and yielding all along', async () => {
    let yields = 0
    const clock: Clock = { ...systemClock, yield: () => (yields++, systemClock.yield()) }
    const before = process.memoryUsage()
    let [count, bytes, most] = [0, 0, 0]
    for await (const part of listBody(body(), { decode: ({ length }) => length, clock, path: '/' })) {
      if (part.type === 'end') continue
      count += part.items.length
      for (const size of part.items) bytes += size
      const { heapUsed, arrayBuffers } = process.memoryUsage()
      most = Math.max(most, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers)
    }
    expect([count, bytes > constants.MAX_STRING_LENGTH]).toEqual([items, true])
    expect(most).toBeLessThan(200 * 1024 * 1024)
    expect(yields).toBeGreaterThan(items / 501 - 1)
  }, 60_000)
})
