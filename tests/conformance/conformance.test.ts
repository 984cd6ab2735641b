import { beforeAll, describe, expect, it } from 'vitest'
import { deliberate } from './deliberate.ts'
import { fixtureBytes, readFixture } from './fixture.ts'
import type { AreaOutcome } from './replay.ts'
import { countOf, total, unexpected } from './report.ts'
import { run } from './run.ts'
import { embeddedTarget } from './target.ts'

const areas = readFixture()
let outcomes: ReadonlyMap<string, AreaOutcome>

beforeAll(async () => {
  const all = await run(areas, async (configuration) => embeddedTarget(configuration))
  outcomes = new Map(all.map((outcome) => [outcome.name, outcome]))
}, 120_000)

describe('the embedded API server', () => {
  it.each(areas.map(({ name }) => name))('answers %s as it was recorded of a real server', (name) => {
    const all = outcomes.get(name)?.outcomes ?? []
    const differing = all
      .filter((outcome) => unexpected(outcome).length > 0)
      .map((outcome) => [outcome.id, ...unexpected(outcome)].join('\n  '))
    expect(differing).toEqual([])
    const managed = all.filter(({ managedFields = [] }) => managedFields.length > 0)
    expect(managed.map(({ id }) => id)).toEqual([])
  })

  it('is asked everything that was recorded, and nothing is skipped', () => {
    const counts = [...outcomes.values()].map(countOf)
    expect(counts.filter(({ replayed, present }) => replayed !== present)).toEqual([])
    expect(total(counts)).toMatchObject({ skipped: 0, differing: 0 })
  })

  it('differs on purpose for fifteen reasons at most, and only where it does differ', () => {
    const differing = [...outcomes.values()]
      .flatMap((area) => area.outcomes)
      .filter(({ differences }) => differences.length > 0)
      .map(({ id }) => id)
    const meant = deliberate.flatMap(({ exchanges }) => [...exchanges.keys()])
    expect(meant.toSorted()).toEqual(differing.toSorted())
    // The descriptions of columns are one more.
    expect(deliberate.length + 1).toBeLessThanOrEqual(15)
  })
})

describe('the fixture', () => {
  it('is small', () => {
    expect(fixtureBytes()).toBeLessThan(400_000)
  })

  it('holds no prose, no certificates and no tokens', () => {
    const text = JSON.stringify(areas)
    expect(text).not.toContain('Name must be unique')
    expect(text).not.toMatch(/BEGIN CERTIFICATE-----[^"\\]*\w{20}/)
    expect(text).not.toMatch(/eyJhbGciOi[\w-]{40}/)
  })
})
