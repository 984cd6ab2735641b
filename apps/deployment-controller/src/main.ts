/** Runs the Deployment controller alone; `--help` lists the flags. */
import process from 'node:process'
import { runProgram } from '@rxkube/controller'
import { pino } from 'pino'
import { deploymentController } from './descriptor.ts'

process.exitCode = await runProgram({
  name: 'deployment-controller',
  controllers: [deploymentController],
  manifest: new URL('../package.json', import.meta.url),
  logger: (level) => pino({ level }),
})
