/** Runs the taint eviction controller alone; `--help` lists the flags. */
import process from 'node:process'
import { runProgram } from '@rxkube/controller'
import { pino } from 'pino'
import { taintEvictionController } from './descriptor.ts'

process.exitCode = await runProgram({
  name: 'taint-controller',
  controllers: [taintEvictionController],
  manifest: new URL('../package.json', import.meta.url),
  logger: (level) => pino({ level }),
})
