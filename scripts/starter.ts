/**
 * Does with the packed packages what a new user does: makes a controller of the starter in an empty folder, installs it,
 * checks its types, runs its tests, and runs its program against an API server over HTTP until it is told to end.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cwd, env, execPath } from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiServer } from '@rxkube/api-server'
import { Client, ConfigMap } from '@rxkube/client'
import { installCustomResources } from '@rxkube/controller'
import { Website } from '../apps/starter/src/website.ts'

const workshop = mkdtempSync(join(tmpdir(), 'rxkube-starter-'))
const tarballs = join(workshop, 'tarballs')
const project = join(workshop, 'my-controller')
try {
  mkdirSync(tarballs)
  for (const manifest of globSync('packages/*/package.json')) {
    execFileSync('npm', ['pack', '--loglevel=error', '--pack-destination', tarballs], {
      cwd: dirname(manifest),
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  run(cwd(), execPath, ['scripts/create-controller.ts', project, '--packages', tarballs])
  run(project, 'npm', ['install', '--loglevel=error', '--no-audit', '--no-fund'])
  run(project, 'npm', ['run', '-s', 'typecheck'])
  run(project, 'npm', ['test', '-s'])
  await runProgram()
  console.log('the starter installs, checks, passes its tests, runs, and ends when it is told to')
} finally {
  rmSync(workshop, { recursive: true, force: true })
}

function run(folder: string, command: string, args: readonly string[]): void {
  console.log(`$ ${command} ${args.join(' ')}`)
  execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] })
}

/** Fails when the program does not get ready, does not work, or does not end. */
async function runProgram(): Promise<void> {
  await using server = new ApiServer()
  const listening = await server.listen()
  const kubeconfig = join(workshop, 'kubeconfig')
  writeFileSync(kubeconfig, listening.kubeconfig().yaml)
  await using client = new Client({ transport: server.transport() })
  await installCustomResources(client, [Website])
  const port = await freePort()
  console.log(`$ node src/main.ts`)
  const program = spawn(execPath, ['src/main.ts'], {
    cwd: project,
    env: { ...env, KUBECONFIG: kubeconfig, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(program, 'exit') as Promise<[code: number | null]>
  try {
    await until('it is ready', async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok)
    const shop = { namespace: 'default', name: 'shop' }
    await client.create(Website, Website.of({ metadata: shop, spec: { html: '<h1>Shop</h1>' } }))
    await until('it has made a ConfigMap', async () => (await client.get(ConfigMap, shop)).data !== undefined)
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    if (!metrics.includes('controller_runtime_reconcile_total')) throw new Error('its metrics are missing')
    program.kill('SIGTERM')
    const [code] = await Promise.race([ended, sleep(20_000, [-1] as const)])
    if (code !== 0) throw new Error(`it was told to end, and did with code ${code}`)
  } finally {
    program.kill('SIGKILL')
  }
}

/** Asks every 200 ms, for half a minute. */
async function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  let last: unknown
  for (let attempt = 0; attempt < 150; attempt += 1) {
    try {
      if (await isTrue()) return
    } catch (error) {
      last = error
    }
    await sleep(200)
  }
  throw new Error(`for half a minute it was not true that ${what}`, { cause: last })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
