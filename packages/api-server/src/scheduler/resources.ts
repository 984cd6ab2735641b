import { asArray, asObject, isObject, type JsonObject } from '../codec/json.ts'
import { milliValue } from './quantity.ts'

/** Amounts by resource, in thousandths. */
export type Amounts = ReadonlyMap<string, number>

/** What a pod asks its node for. */
export interface PodRequests {
  readonly amounts: Amounts
  /** What counts when nodes are compared: containers that ask for nothing count as 100m and 200Mi. */
  readonly cpu: number
  readonly memory: number
}

const leastCpu = 100
const leastMemory = 200 * 2 ** 20 * 1000

/** What a list of quantities says. */
export function amountsOf(list: unknown): Amounts {
  return new Map(Object.entries(asObject(list)).map(([name, quantity]) => [name, milliValue(quantity)]))
}

/**
 * What a pod needs at its worst moment: all containers together, or what runs while an init container does, and its
 * overhead. Upstream: PodRequests.
 */
export function podRequests(spec: JsonObject): PodRequests {
  const amounts = requested(spec, () => new Map())
  const counted = requested(
    spec,
    () =>
      new Map([
        ['cpu', leastCpu],
        ['memory', leastMemory],
      ]),
  )
  return { amounts, cpu: counted.get('cpu') ?? 0, memory: counted.get('memory') ?? 0 }
}

function requested(spec: JsonObject, least: () => Map<string, number>): Map<string, number> {
  const of = (container: JsonObject) => {
    const amounts = least()
    for (const [name, amount] of amountsOf(asObject(container['resources'])['requests']))
      amounts.set(name, amount)
    return amounts
  }
  const total = new Map<string, number>()
  for (const container of asArray(spec['containers']).filter(isObject)) add(total, of(container))
  const sidecars = new Map<string, number>()
  const worst = new Map<string, number>()
  for (const container of asArray(spec['initContainers']).filter(isObject)) {
    const amounts = of(container)
    if (container['restartPolicy'] === 'Always') {
      add(total, amounts)
      add(sidecars, amounts)
      raise(worst, sidecars)
    } else {
      add(amounts, sidecars)
      raise(worst, amounts)
    }
  }
  raise(total, worst)
  // What is asked for the whole pod wins over what its containers ask for.
  for (const [name, amount] of amountsOf(asObject(spec['resources'])['requests'])) total.set(name, amount)
  add(total, amountsOf(spec['overhead']))
  return total
}

/** Adds `amounts` to `total`, `sign` times. */
export function add(total: Map<string, number>, amounts: Amounts, sign = 1): void {
  for (const [name, amount] of amounts) total.set(name, (total.get(name) ?? 0) + sign * amount)
}

function raise(total: Map<string, number>, amounts: Amounts): void {
  for (const [name, amount] of amounts) total.set(name, Math.max(total.get(name) ?? 0, amount))
}
