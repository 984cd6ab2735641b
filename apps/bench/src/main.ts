/** Runs the suite that its arguments name. Ends with 1 if anything failed and with 2 for arguments that mean nothing. */
import { argv } from 'node:process'
import { readOptions, usage, UsageError, type BenchOptions } from './options.ts'

function options(): BenchOptions | 'help' | UsageError {
  try {
    return readOptions(argv.slice(2))
  } catch (error) {
    if (error instanceof UsageError) return error
    throw error
  }
}

const asked = options()
if (asked === 'help') console.log(usage)
else if (asked instanceof UsageError) {
  console.error(`bench: ${asked.message}`)
  console.error("Try 'npm run bench -- --help'.")
  process.exitCode = 2
} else if (asked.suite === 'server') {
  const { serverSuite } = await import('./server-suite.ts')
  process.exitCode = await serverSuite(asked)
} else {
  const { informerSuite } = await import('./informer-suite.ts')
  process.exitCode = await informerSuite(asked)
}
