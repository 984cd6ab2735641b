import { expect, it } from 'vitest'
import { agreeing } from './agreeing.ts'
import { deliberate } from './deliberate.ts'
import { readFixture } from './fixture.ts'
import { replay } from './replay.ts'
import { countOf } from './report.ts'
import { embeddedTarget } from './target.ts'

it.each(readFixture())('answers $name as it was recorded of a real server', async (area) => {
  const target = embeddedTarget()
  const outcome = await replay(area, target)
  await target.close()
  const count = countOf(outcome)
  const [exchanges, managedFields] = agreeing.get(area.name) ?? [0, 0]
  const ids = outcome.outcomes.filter(({ differences }) => differences.length > 0).map(({ id }) => id)
  expect(count.agreeing, `differing: ${ids.join(', ')}`).toBeGreaterThanOrEqual(exchanges)
  expect(count.managedFields[0], 'managedFields').toBeGreaterThanOrEqual(managedFields)
})

it('differs on purpose only where it does differ', async () => {
  const agree: string[] = []
  for (const area of readFixture()) {
    const target = embeddedTarget()
    const { outcomes } = await replay(area, target)
    await target.close()
    agree.push(...outcomes.filter(({ differences }) => differences.length === 0).map(({ id }) => id))
  }
  expect(agree.filter((id) => deliberate.has(id))).toEqual([])
})
