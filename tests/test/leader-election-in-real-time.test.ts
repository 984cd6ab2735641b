import { ApiServer } from '@rxkube/api-server'
import { Client, Lease } from '@rxkube/client'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('../support/children/leader.ts', import.meta.url))

/** A process with an elector, and what it says line by line. */
function startLeader(
  url: string,
  identity: string,
): { readonly child: ChildProcess; readonly next: () => Promise<string> } {
  const child = spawn(process.execPath, ['--conditions=@rxkube/source', script, url, identity], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return { child, next: async () => String((await lines.next()).value) }
}

describe('two processes over HTTP, in real time', { timeout: 120_000 }, () => {
  it('INV-E1 INV-E3 the other leads when the leader is killed, not before its lease is over, and gives it up at SIGTERM', async () => {
    await using server = new ApiServer()
    const { url } = await server.listen()
    const writes: { readonly by: string; readonly at: number }[] = []
    let reads = 0
    const watching = Promise.withResolvers<void>()
    server.requests(({ verb, path, userAgent }) => {
      if (!path.includes('/leases')) return
      if (verb === 'get' && ++reads > 4) watching.resolve()
      if (verb !== 'get') writes.push({ by: userAgent, at: performance.now() })
    })
    await using client = new Client({ transport: server.transport(), qps: -1 })
    const leaseOf = (): Promise<Lease> => client.get(Lease, { namespace: 'default', name: 'real' })

    const first = startLeader(url, 'first')
    expect(await first.next()).toBe('leads 0')
    const second = startLeader(url, 'second')
    await watching.promise
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')
    expect(await second.next()).toBe('leads 1')
    const last = writes.findLast(({ by }) => by === 'first')
    const taken = writes.find(({ by }) => by === 'second')
    // By the clock of the server, which has told of the renewal a moment after it was seen.
    expect((taken?.at ?? 0) - (last?.at ?? Infinity)).toBeGreaterThan(2900)

    second.child.kill('SIGTERM')
    expect(await second.next()).toBe('stopped')
    expect(await once(second.child, 'exit')).toEqual([0, null])
    expect((await leaseOf()).spec).toMatchObject({ holderIdentity: '', leaseTransitions: 1 })
  })
})
