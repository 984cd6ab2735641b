/** Runs the Endpoints and EndpointSlice controllers alone; `--help` lists the flags. */
import process from 'node:process'
import { runProgram } from '@rxkube/controller'
import { pino } from 'pino'
import { endpointsController, endpointSliceController } from './descriptors.ts'

process.exitCode = await runProgram({
  name: 'endpoints-controller',
  controllers: [endpointsController, endpointSliceController],
  manifest: new URL('../package.json', import.meta.url),
  logger: (level) => pino({ level }),
})
