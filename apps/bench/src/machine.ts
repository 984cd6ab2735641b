import { cpus, loadavg } from 'node:os'
import { version } from 'node:process'

/** What figures are to be read with. */
export interface Machine {
  readonly node: string
  readonly cores: number
  readonly model: string
}

export function machine(): Machine {
  const [first] = cpus()
  return { node: version, cores: cpus().length, model: first?.model.trim() ?? '' }
}

/** The load of the last minute. */
export function load(): number {
  return loadavg()[0] ?? 0
}
