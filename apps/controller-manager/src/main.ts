/** Runs any set of the controllers in one process; `--help` lists the flags. */
import process from 'node:process'
import { runProgram } from '@rxkube/controller'
import { pino } from 'pino'
import { controllers } from './controllers.ts'

process.exitCode = await runProgram({
  name: 'rxkube-controller-manager',
  controllers,
  manifest: new URL('../package.json', import.meta.url),
  logger: (level) => pino({ level }),
})
