import { Deployment } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { StoryStuckError } from '../src/cluster/play-cluster.ts'
import { linesOf } from '../src/telling/lines.ts'
import { jsonTeller, ScreenTeller } from '../src/telling/tellers.ts'
import type { Told } from '../src/telling/told.ts'
import { ofType, played } from './played.ts'

/** The story is long: tests that only look at it share it. */
let shared: Promise<Told[]> | undefined
function whole(): Promise<Told[]> {
  shared ??= played()
  return shared
}

function withoutEscapes(page: string): string {
  const parts = page
    .split('\u001B')
    .map((part, at) => (at === 0 ? part : part.replace(/^\[[\d;?]*[A-Za-z]/, '')))
  return parts.join('')
}

describe('the story', { timeout: 60_000 }, () => {
  it('plays every scene, and leaves three pods that are ready after each', async () => {
    const all = await whole()
    const names = ofType(all, 'scene').map(({ name }) => name)
    expect(names).toEqual(['begin', 'scale-up', 'endpoints', 'bad-image', 'node-death'])
    for (const { rows } of ofType(all, 'state')) {
      expect(rows.filter(({ kind }) => kind === 'pod').map(({ state }) => state)).toEqual(
        Array.from({ length: 3 }, () => 'Running'),
      )
      expect(rows.find(({ kind }) => kind === 'endpts')?.state).toBe('3 ready')
    }
    expect(all.at(-1)).toMatchObject({ type: 'summary', scenes: 4, complete: true })
  })

  it('is the same with the same seed, and another one with another', async () => {
    const [first, again, other] = [
      await whole(),
      await played(),
      await played({ seed: 2, scenario: 'endpoints' }),
    ]
    expect(again).toEqual(first)
    const pods = (all: readonly Told[]) => ofType(all, 'state')[0]?.rows
    expect(pods(other)).not.toEqual(pods(first))
  })

  it('fits into 80 columns', async () => {
    const lines = (await whole()).flatMap((told) => linesOf(told))
    expect(lines.filter((line) => line.length > 80)).toEqual([])
  })

  it('counts what each controller did', async () => {
    const all = await played({ scenario: 'scale-up' })
    const { controllers = [] } = ofType(all, 'summary')[0] ?? {}
    const told = ofType(all, 'reconcile')
    for (const { controller, writes } of controllers) {
      const sum = told.filter((each) => each.controller === controller).map((each) => each.writes)
      expect({ controller, writes: sum.reduce((a, b) => a + b, 0) }).toEqual({ controller, writes })
    }
    expect(controllers.map(({ controller }) => controller)).toContain('replicaset-controller')
  })
})

describe('a scene', { timeout: 60_000 }, () => {
  it('of a bad image stalls with all old pods ready, and is rolled back to the old ReplicaSet', async () => {
    const all = await played({ scenario: 'bad-image' })
    expect(ofType(all, 'say').map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^ProgressDeadlineExceeded\. 3 old pods still answer/),
    )
    const rows = ofType(all, 'state').at(-1)?.rows ?? []
    expect(rows.filter(({ kind }) => kind === 'rs').map(({ state, detail }) => `${state} ${detail}`)).toEqual(
      ['3/3 ready web:1, revision 3', '0/0 ready web:typo, revision 2'],
    )
  })

  it('of a node that dies evicts its pod and replaces it', async () => {
    const all = await played({ scenario: 'node-death' })
    const messages = ofType(all, 'event').map(({ component, message }) => `${component}: ${message}`)
    expect(messages).toContainEqual(
      expect.stringMatching(/^node-controller: Node node-\d status is now: NodeNotReady/),
    )
    expect(messages).toContainEqual(
      expect.stringMatching(/^taint-eviction-controller: Marking for deletion Pod default\/web-/),
    )
  })

  it('of scaling makes three pods and deletes three', async () => {
    const all = await played({ scenario: 'scale-up' })
    const after = all.slice(all.findIndex((told) => told.type === 'scene' && told.name === 'scale-up'))
    const reasons = ofType(after, 'event').map(({ reason }) => reason)
    expect(reasons.filter((reason) => reason === 'SuccessfulCreate')).toHaveLength(3)
    expect(reasons.filter((reason) => reason === 'SuccessfulDelete')).toHaveLength(3)
  })
})

describe('an end', { timeout: 60_000 }, () => {
  it('comes with a summary when it is interrupted', async () => {
    const stop = new AbortController()
    const all = await played({
      stop,
      onTold: (told) => {
        if (told.type === 'scene' && told.name === 'endpoints') stop.abort()
      },
    })
    expect(all.at(-1)).toMatchObject({ type: 'summary', scenes: 1, complete: false })
  })

  it('waits for the interrupt when it serves', async () => {
    const stop = new AbortController()
    const all = await played({
      stop,
      serve: true,
      scenario: 'scale-up',
      onTold: (told) => {
        if (told.type === 'say' && told.text.startsWith('The story is over')) stop.abort()
      },
    })
    expect(all.at(-1)).toMatchObject({ type: 'summary', scenes: 1, complete: true })
  })

  it('says what it waited for when somebody spoils the story', async () => {
    const spoilt = played({
      scenario: 'bad-image',
      onTold: (told, { client }) => {
        if (told.type !== 'scene' || told.name !== 'bad-image') return
        const address = { namespace: 'default', name: 'web' }
        void client.patch(Deployment, address, { spec: { paused: true } })
      },
    })
    await expect(spoilt).rejects.toThrow(StoryStuckError)
    await expect(spoilt).rejects.toThrow('it waited 200 s of its time for the rollout to be given up')
  })

  it('tells what the server answered when what it is about is deleted', async () => {
    const spoilt = played({
      scenario: 'scale-up',
      onTold: (told, { client }) => {
        if (told.type !== 'scene' || told.name !== 'scale-up') return
        void client.delete(Deployment, { namespace: 'default', name: 'web' })
      },
    })
    await expect(spoilt).rejects.toThrow('deployments.apps "web" not found')
  })
})

describe('what is told', { timeout: 60_000 }, () => {
  it('is one line of JSON each', async () => {
    const lines: string[] = []
    const all = await played({ scenario: 'endpoints', tellers: [jsonTeller((text) => lines.push(text))] })
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(JSON.parse(JSON.stringify(all)))
  })

  it('is a page on a terminal, with a table, no wider and no higher than that, which is taken away at the end', async () => {
    const pages: string[] = []
    const screen = new ScreenTeller(
      (text) => pages.push(text),
      () => ({ columns: 80, rows: 30 }),
    )
    await played({ scenario: 'endpoints', tellers: [screen] })
    const lines = pages.slice(1, -1).map((page) => withoutEscapes(page).split('\r\n'))
    expect(Math.max(...lines.flat().map((line) => line.length))).toBeLessThanOrEqual(80)
    expect(Math.max(...lines.map((page) => page.length))).toBeLessThanOrEqual(30)
    expect(lines.at(-1)).toContainEqual(expect.stringMatching(/^deploy web +3\/3 ready/))
    expect(pages.at(-1)).toBe('\u001B[?25h\u001B[?1049l')
  })
})
