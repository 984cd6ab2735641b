/** Runs the node lifecycle controller alone; `--help` lists the flags. */
import process from 'node:process'
import { runProgram } from '@rxkube/controller'
import { pino } from 'pino'
import { nodeLifecycleController } from './descriptor.ts'

process.exitCode = await runProgram({
  name: 'node-lifecycle-controller',
  controllers: [nodeLifecycleController],
  manifest: new URL('../package.json', import.meta.url),
  logger: (level) => pino({ level }),
})
