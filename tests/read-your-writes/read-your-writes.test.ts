import { describe, expect, it } from 'vitest'
import { complaint, modes, runSeeds } from './seeds.ts'

const seeds = 40

describe('a controller that counts its children in a cache that lags behind', { timeout: 60_000 }, () => {
  it.each(modes.filter((mode) => mode !== 'off'))(
    'INV-C4 makes three children and no more with %s, whatever the cache is behind',
    async (mode) => {
      expect(await runSeeds(mode, seeds)).toEqual({ mode, seeds, overCreated: 0, exact: seeds })
    },
  )

  it('INV-C4 makes too many in most worlds when it does not read its own writes, and ends with three all the same', async () => {
    const result = await runSeeds('off', seeds)
    expect(result.exact).toBe(seeds)
    expect(result.overCreated).toBeGreaterThanOrEqual(seeds * 0.3)
  })

  it('is complained of when a mode makes too many, does not end with three, or shows nothing', () => {
    const good = { mode: 'wait', seeds: 10, overCreated: 0, exact: 10 } as const
    expect(complaint(good)).toBeUndefined()
    expect(complaint({ ...good, overCreated: 1 })).toBe('wait: 1 of 10 seeds over-create')
    expect(complaint({ ...good, exact: 9 })).toBe('wait: 1 of 10 seeds did not end with three children')
    expect(complaint({ ...good, mode: 'off', overCreated: 3 })).toBeUndefined()
    expect(complaint({ ...good, mode: 'off', overCreated: 2 })).toMatch(/off: only 2 of 10/)
  })
})
