import { parseArgs } from 'node:util'
import { controllersOf, type ControllerName } from './controllers/controller-name.ts'

/** What the command was asked to do. */
export interface CommandFlags {
  readonly port: number
  readonly kubeconfig: string
  readonly tls: boolean
  readonly data: string | undefined
  readonly nodes: number | undefined
  readonly controllers: readonly ControllerName[] | undefined
  readonly version: boolean
  readonly help: boolean
}

export const usage = `Usage: rxkube-api-server [--port PORT] [--tls] [--data DIR] [--kubeconfig FILE] …

Runs a Kubernetes API server on 127.0.0.1 until it is interrupted.

  --port PORT         listen on this port (default 8080, with --tls 6443; 0 takes a free one)
  --kubeconfig FILE   where to write the kubeconfig (default ./rxkube.kubeconfig)
  --tls               serve HTTPS, to whoever has the token in the kubeconfig
  --data DIR          keep what the server holds in this directory (default: nothing is kept)
  --nodes N           run N fake nodes, and a scheduler
  --controllers LIST  names, comma-separated; '*' is those that are on by default, '-name' switches one
                      off, as in '*,-disruption' (default '*'; nothing is none)
  --version           print the version
  --help              print this`

const options = {
  port: { type: 'string' },
  kubeconfig: { type: 'string', default: 'rxkube.kubeconfig' },
  tls: { type: 'boolean', default: false },
  data: { type: 'string' },
  nodes: { type: 'string' },
  controllers: { type: 'string' },
  version: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** More than this many nodes are a mistake, or a wish that no laptop grants. */
const mostNodes = 10_000

const known: Readonly<Record<ControllerName, true>> = {
  'clusterrole-aggregation': true,
  disruption: true,
  'garbage-collector': true,
  namespace: true,
  'pod-garbage-collector': true,
  'root-ca-certificate-publisher': true,
  scheduler: true,
  serviceaccount: true,
}

/** Reads the arguments. Throws a TypeError that says what is wrong with them. */
export function parseFlags(args: readonly string[]): CommandFlags {
  const { values } = parseArgs({ args: [...args], options })
  const { kubeconfig, data, tls, version, help } = values
  for (const [name, value] of Object.entries({ kubeconfig, data })) {
    if (value === '') throw new TypeError(`--${name} takes a path, not nothing`)
  }
  const port = values.port === undefined ? (tls ? 6443 : 8080) : integer('port', values.port, 65_535)
  const nodes = values.nodes === undefined ? undefined : integer('nodes', values.nodes, mostNodes)
  const controllers =
    values.controllers === undefined
      ? undefined
      : chosen(values.controllers, { nodes, authorize: tls ? 'rbac' : undefined })
  return { port, kubeconfig, tls, data, nodes, controllers, version, help }
}

function integer(flag: string, text: string, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  if (!(value <= most)) throw new TypeError(`--${flag} takes a number from 0 to ${most}, not "${text}"`)
  return value
}

/** As kube-controller-manager reads its flag: a name wins over `*`, and one that is switched off over both. */
function chosen(list: string, wishes: Parameters<typeof controllersOf>[0]): readonly ControllerName[] {
  const on = new Set<ControllerName>()
  const off = new Set<ControllerName>()
  for (const item of list.split(',').map((each) => each.trim())) {
    if (item === '*') for (const name of controllersOf(wishes)) on.add(name)
    else if (item.startsWith('-')) off.add(controller(item.slice(1)))
    else if (item !== '') on.add(controller(item))
  }
  return [...on.difference(off)]
}

function controller(given: string): ControllerName {
  const name = given.endsWith('-controller') ? given.slice(0, -'-controller'.length) : given
  if (isController(name)) return name
  throw new TypeError(`--controllers knows no "${given}" (known: ${Object.keys(known).join(', ')})`)
}

function isController(name: string): name is ControllerName {
  return Object.hasOwn(known, name)
}
