import type { Random } from '@rxkube/clock'
import type { ProcessMain, ProcessOptions } from '../env/test-process.ts'
import type { TestEnv, TestEnvOptions } from '../env/test-env.ts'

/** A program of a scenario, and how it runs. */
export interface ScenarioProcess extends ProcessOptions {
  readonly main: ProcessMain
}

/** What is simulated: a cluster, the programs on it, what users do, and what has to be true. */
export interface Scenario {
  /** How the server is. */
  readonly env?: Omit<TestEnvOptions, 'seed'> | undefined
  /** Fills the server, before any program starts. */
  readonly setUp?: ((env: TestEnv) => void | Promise<void>) | undefined
  /** The programs; each is started, and started again after it was killed. */
  readonly processes: Readonly<Record<string, ScenarioProcess>>
  /** What users do, through `env.client`; `random` is the only chance that a move may use. */
  readonly moves: Readonly<Record<string, (env: TestEnv, random: Random) => unknown>>
  /** Throws when something is wrong that must never be; looked at after every step. */
  readonly always?: ((env: TestEnv) => void | Promise<void>) | undefined
  /** Throws when something is wrong once all faults are over and time has passed. */
  readonly finally: (env: TestEnv) => void | Promise<void>
}
