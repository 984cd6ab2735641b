import { ConfigMap } from '@rxkube/client'
import {
  replaySteps,
  simulate,
  SimulationFailedError,
  UnknownMoveError,
  type Scenario,
} from '@rxkube/testing'
import { describe, expect, it } from 'vitest'

const namespace = 'default'
const nothing: Scenario = { processes: {}, moves: {}, finally: () => undefined }

describe('simulate', () => {
  it('finds what only a certain order of moves brings about, and makes the script of it as short as it can be', async () => {
    let open = false
    const scenario: Scenario = {
      ...nothing,
      setUp: () => void (open = false),
      moves: { look: () => undefined, open: () => (open = true), walk: () => open && fall() },
    }
    const fall = (): never => {
      throw new RangeError('fell')
    }
    const failure = await simulate({ scenario, steps: 60, faults: [] }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(SimulationFailedError)
    const { seed, steps, message } = failure as SimulationFailedError
    expect(steps.map((step) => 'move' in step && step.move)).toEqual(['open', 'walk'])
    expect(message).toContain(`seed ${seed} fails: RangeError: fell`)
    await expect(replaySteps(scenario, seed, steps)).rejects.toThrow('fell')
  })

  it('counts what it did', async () => {
    let moves = 0
    const scenario: Scenario = { ...nothing, moves: { move: () => moves++ } }
    const report = await simulate({ scenario, seeds: [5, 6], steps: 50, faults: ['expire history'] })
    expect(report).toMatchObject({ seeds: 2, steps: 100 })
    expect(moves).toBeGreaterThan(20)
    expect([...report.faults.keys()]).toEqual(['expire history'])
  })

  it('looks at what must always be true after every step, and at failures of programs', async () => {
    let looks = 0
    const always: Scenario = { ...nothing, moves: { move: () => undefined }, always: () => void looks++ }
    await simulate({ scenario: always, seeds: 1, steps: 10 })
    expect(looks).toBe(11)
    const failing: Scenario = {
      ...nothing,
      processes: { one: { main: () => Promise.reject(new Error('no')) } },
    }
    await expect(simulate({ scenario: failing, seeds: 1 })).rejects.toThrow('ProcessFailedError')
  })

  it('starts programs again that were killed, and heals what was broken', async () => {
    const counts = new Map<string, number>()
    const scenario: Scenario = {
      processes: {
        one: {
          main: async ({ client, signal }) => {
            counts.set('started', (counts.get('started') ?? 0) + 1)
            const made = await client
              .create(ConfigMap, { metadata: { generateName: 'c-', namespace } })
              .catch(() => undefined)
            counts.set('made', (counts.get('made') ?? 0) + (made ? 1 : 0))
            await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
          },
        },
      },
      moves: {},
      finally: async ({ client, processes }) => {
        expect(processes.get('one')?.running).toBe(true)
        const { items } = await client.list(ConfigMap, { namespace })
        // What was made and not heard of is there as well.
        expect(items.length).toBeGreaterThanOrEqual(counts.get('made') ?? 0)
      },
    }
    await replaySteps(scenario, 1, [
      { do: 'fault', fault: 'kill process', seed: 1 },
      { do: 'fault', fault: 'answer 500', seed: 2 },
      { do: 'fault', fault: 'kill process', seed: 3 },
      { do: 'advance', ms: 100 },
    ])
    expect(counts.get('started')).toBe(3)
  })

  it('says which moves there are when a script names another', async () => {
    const scenario: Scenario = { ...nothing, moves: { write: () => undefined } }
    const unknown = replaySteps(scenario, 1, [{ do: 'move', move: 'wirte', seed: 1 }])
    await expect(unknown).rejects.toThrow(UnknownMoveError)
    await expect(unknown).rejects.toThrow('there are write')
  })
})
