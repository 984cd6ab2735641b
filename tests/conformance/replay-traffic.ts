import { differences } from './differences.ts'
import { Correspondence } from './correspondence.ts'
import type { Area, Exchange } from './exchange.ts'
import { headOf, outcomeOf, type Outcome } from './outcome.ts'
import type { AreaOutcome } from './replay.ts'
import type { Samples } from './samples.ts'
import type { Target } from './target.ts'
import { Stage } from './traffic.ts'

/** Sends what was seen between clients and a server, in order, and compares statuses, types and errors. */
export async function replayTraffic(area: Area, target: Target, samples: Samples): Promise<AreaOutcome> {
  const stage = new Stage(target, samples)
  const outcomes: Outcome[] = []
  for (const exchange of area.exchanges) {
    // One after the other, as they came.
    // oxlint-disable-next-line no-await-in-loop
    outcomes.push(await one(exchange, stage, target))
  }
  return { name: area.name, present: area.present, outcomes, skipped: [] }
}

async function one(exchange: Exchange, stage: Stage, target: Target): Promise<Outcome> {
  stage.creates(exchange)
  const { path, body } = await stage.ready(exchange)
  if (exchange.watch !== undefined) {
    const watch = await target.watch(path, { ...exchange.headers })
    await target.pass(100)
    const found =
      watch.status === exchange.status ? [] : [`status: expected ${exchange.status}, got ${watch.status}`]
    const asked = path.includes('sendInitialEvents=true')
    if (asked && !watch.text().includes('initial-events-end'))
      found.push('events: expected the end of the initial ones')
    await watch.stop()
    return { ...headOf(exchange), differences: found, managedFields: undefined }
  }
  const answer = await target.send(exchange.method, path, { ...exchange.headers }, body)
  stage.saw(answer.text)
  // A few statuses were not seen.
  const status = exchange.status === 0 ? answer.status : exchange.status
  const compared = { ...exchange, status, answer: exchange.answer, cut: exchange.answer === '' }
  const outcome = outcomeOf(compared, answer, new Correspondence())
  const columns = exchange.columns === undefined ? [] : differences(exchange.columns, columnsOf(answer.text))
  return { ...outcome, differences: [...outcome.differences, ...columns], managedFields: undefined }
}

function columnsOf(text: string): readonly string[] {
  const { columnDefinitions = [] } = JSON.parse(text) as {
    columnDefinitions?: { name: string; priority: number }[]
  }
  return columnDefinitions.map(({ name, priority }) => (priority === 0 ? name : `${name}*`))
}
