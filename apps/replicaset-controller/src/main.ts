/** Runs the ReplicaSet controller alone; `--help` lists the flags. */
import process from 'node:process'
import { runProgram } from '@rxkube/controller'
import { pino } from 'pino'
import { replicaSetController } from './descriptor.ts'

process.exitCode = await runProgram({
  name: 'replicaset-controller',
  controllers: [replicaSetController],
  manifest: new URL('../package.json', import.meta.url),
  logger: (level) => pino({ level }),
})
