import { ApiServer } from '@rxkube/api-server'
import { Client, ConfigMap, HttpTransport } from '@rxkube/client'
import { Manager, type ManagerOptions } from '@rxkube/controller'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { configMap, gate } from './support/controller-world.ts'

const full = process.env['RXKUBE_FULL'] === '1'
const seeds = Number(process.env['RXKUBE_SEEDS'] ?? (full ? 10_000 : 60))
// leaseDuration, 2.2 retry periods, and what requests may take here.
const bound = 15_000 + 2.2 * 2000 + 4 * 50

/** What goes on between a leader's begin and end of work. */
class Section {
  inside: string | undefined
  overlaps = 0
  entered: { readonly who: string; readonly at: number }[] = []

  enter(who: string, at: number): void {
    if (this.inside !== undefined && this.inside !== who) this.overlaps += 1
    this.inside = who
    this.entered.push({ who, at })
  }

  leave(who: string): void {
    if (this.inside === who) this.inside = undefined
  }
}

function working(options: ManagerOptions, who: string, section: Section): Manager {
  const manager = new Manager(options)
  manager.controller('working', ConfigMap).reconcile(async ({ name }, { clock }) => {
    if (name !== 'a') return undefined
    section.enter(who, clock.monotonic())
    await new Promise<void>((resolve) => clock.setTimer(100, resolve))
    section.leave(who)
    return { requeueAfter: '500ms' }
  })
  return manager
}

const leaderElection = { leaseName: 'working', leaseNamespace: 'kube-system' }

async function killTheLeader(seed: number): Promise<{ takeover: number; overlaps: number }> {
  await using env = new TestEnv({ seed })
  const section = new Section()
  await env.client.create(ConfigMap, configMap('a'))
  for (const who of ['one', 'two']) {
    env.start(
      who,
      ({ client, signal }) =>
        working(
          { client, recorder: false, leaderElection: { ...leaderElection, identity: who } },
          who,
          section,
        ).start({ signal }),
      { latency: 50 },
    )
  }
  await env.advance(5000 + env.random.next() * 20_000)
  const leader = section.entered.at(-1)?.who ?? ''
  const killedAt = env.clock.monotonic()
  env.processes.get(leader)?.kill()
  section.leave(leader)
  await env.advance('25s')
  const next = section.entered.find(({ who, at }) => who !== leader && at >= killedAt)
  return { takeover: (next?.at ?? Infinity) - killedAt, overlaps: section.overlaps }
}

describe('a leader that is killed', () => {
  it(`INV-E1, INV-E3 is followed within the bound, and never worked beside, in ${seeds} seeds`, async () => {
    let longest = 0
    let overlaps = 0
    for (let seed = 1; seed <= seeds; seed += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one world at a time
      const result = await killTheLeader(seed)
      longest = Math.max(longest, result.takeover)
      overlaps += result.overlaps
    }
    expect(longest).toBeLessThanOrEqual(bound)
    expect(longest).toBeGreaterThan(10_000)
    expect(overlaps).toBe(0)
  }, 3_600_000)

  it('is followed over real HTTP and in real time', async () => {
    await using server = new ApiServer()
    const { url } = await server.listen()
    const connect = (): Client => new Client({ transport: new HttpTransport({ server: url }), qps: -1 })
    const section = new Section()
    const short = { leaseDuration: '2s', renewDeadline: '1s', retryPeriod: '200ms' }
    const { promise, resolve } = gate()
    const managers = ['one', 'two'].map((who) => {
      const client = connect()
      const manager = working(
        { client, recorder: false, leaderElection: { ...leaderElection, ...short, identity: who } },
        who,
        section,
      )
      manager.controllers.get('working')?.outcomes$.subscribe(() => {
        if (new Set(section.entered.map((entry) => entry.who)).size === 2) resolve()
      })
      return { who, client, manager }
    })
    const [first, second] = managers
    const admin = connect()
    await admin.create(ConfigMap, configMap('a'))
    const runs = [first?.manager.start().catch(() => undefined)]
    await new Promise<void>((worked) =>
      first?.manager.controllers.get('working')?.outcomes$.subscribe(({ request }) => {
        if (request.name === 'a') worked()
      }),
    )
    runs.push(second?.manager.start())
    // As if its machine were gone: it can reach the server no more, and gives nothing back.
    await first?.client.close()
    section.leave('one')
    await promise
    expect(section.overlaps).toBe(0)
    await Promise.all(managers.map(({ manager }) => manager.stop()))
    await Promise.allSettled(runs.map(async (run) => run))
    await Promise.all([second?.client.close(), admin.close()])
  }, 30_000)
})
