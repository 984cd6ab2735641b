#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { commandLine } from './command-line.ts'

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : ''
const stop = new AbortController()
const interrupt = (signal: 'SIGINT' | 'SIGTERM') => {
  // Whoever asks twice does not want to wait. It is not the code of success.
  if (stop.signal.aborted) process.exit(128 + constants.signals[signal])
  stop.abort()
}
process.on('SIGINT', interrupt)
process.on('SIGTERM', interrupt)
process.exitCode = await commandLine({
  arguments: process.argv.slice(2),
  version,
  print: (line) => void process.stdout.write(`${line}\n`),
  printError: (line) => void process.stderr.write(`${line}\n`),
  signal: stop.signal,
})
