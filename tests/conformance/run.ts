import type { Area } from './exchange.ts'
import { replay, type AreaOutcome } from './replay.ts'
import { replayTraffic } from './replay-traffic.ts'
import { Samples } from './samples.ts'
import { sceneryOf, type Configuration } from './scenery.ts'
import type { Target } from './target.ts'

/** Replays areas, each against a target of its own; `samples` may come from more areas than are replayed. */
export async function run(
  areas: readonly Area[],
  newTarget: (configuration: Configuration) => Promise<Target>,
  all: readonly Area[] = areas,
): Promise<readonly AreaOutcome[]> {
  const samples = new Samples(all)
  const outcomes: AreaOutcome[] = []
  for (const area of areas) {
    // One after the other: areas need a cluster for themselves.
    // oxlint-disable-next-line no-await-in-loop
    const target = await newTarget(sceneryOf(area.name).configuration ?? {})
    const traffic = area.exchanges[0]?.traffic === true
    // oxlint-disable-next-line no-await-in-loop
    outcomes.push(await (traffic ? replayTraffic(area, target, samples) : replay(area, target)))
    // oxlint-disable-next-line no-await-in-loop
    await target.close()
  }
  return outcomes
}
