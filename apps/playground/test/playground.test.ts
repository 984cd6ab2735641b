import { ApiServer } from '@rxkube/api-server'
import { Client, type Transport } from '@rxkube/client'
import { seededRandom, TestClock } from '@rxkube/clock'
import { Deployment, Pod } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { Output } from '../src/output.ts'
import { playground } from '../src/playground.ts'

async function play(
  json: boolean,
  turn: (clock: TestClock, stop: AbortController, transport: Transport) => Promise<void>,
): Promise<string[]> {
  const clock = new TestClock()
  const random = seededRandom(1)
  const stop = new AbortController()
  const lines: string[] = []
  const output = new Output((line) => lines.push(line), json)
  await using server = new ApiServer({ clock, random })
  const transport = server.transport()
  const over = playground({ transport, clock, random, output, signal: stop.signal, runFor: 15_000 })
  await turn(clock, stop, transport)
  await over
  await transport.close()
  return lines
}

describe('the playground', () => {
  it('shows each change with a live query next to it, and sums up when its time is over', async () => {
    const lines = await play(false, async (clock) => await clock.advance('20s'))
    expect(lines[0]).toMatch(/^\+ deployment default\/web-1 +0 of 3 ready, web:1 +│ 0 on node-1$/)
    expect(lines).toContainEqual(expect.stringMatching(/^~ pod .*phase Pending → Running/))
    expect(lines).toContainEqual(expect.stringMatching(/^- pod .*was Running on node-\d/))
    expect(lines).toContainEqual(expect.stringMatching(/│ [1-9] on node-1$/))
    expect(lines.at(-2)).toMatch(/^\n\d+ changes seen: \d+ added, \d+ updated, \d+ deleted\. At the end /)
  })

  it('prints one line of JSON for each change and a last one that sums up', async () => {
    const lines = await play(true, async (clock) => await clock.advance('20s'))
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    const summary = told.at(-1) as { type: string; changes: Record<string, number> }
    expect(summary.type).toBe('summary')
    for (const type of ['added', 'updated', 'deleted']) {
      expect(summary.changes[type]).toBe(told.slice(0, -1).filter((line) => line['type'] === type).length)
    }
  })

  it('goes on when somebody else deletes what it plays with', async () => {
    const lines = await play(false, async (clock, _, transport) => {
      const client = new Client({ transport, clock, qps: -1 })
      for (let second = 0; second < 20; second++) {
        await clock.advance('1s')
        await client.deleteCollection(Pod, { namespace: 'default', gracePeriodSeconds: 0 })
        await client.deleteCollection(Deployment, { namespace: 'default' })
      }
    })
    expect(lines).toContainEqual(expect.stringMatching(/^\+ deployment default\/web-2/))
    expect(lines.at(-2)).toMatch(/^\n\d+ changes seen/)
  })

  it('ends cleanly, with its summary, when it is interrupted', async () => {
    const lines = await play(true, async (clock, stop) => {
      await clock.advance('3s')
      stop.abort()
      await clock.advance('1s')
    })
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ type: 'summary' })
  })
})
