import { choiceFlag, countFlag, durationFlag, listFlag, numberFlag, switchFlag, textFlag } from './flag.ts'

/** Levels that logs have. */
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** The flags that every program of controllers has, by kube-controller-manager's names; `name` is the program's. */
export function programFlags(name: string) {
  return {
    controllers: listFlag(
      ['*'],
      'LIST',
      'Which controllers run: * is all, foo is that one, -foo is all but that one',
    ),
    kubeconfig: textFlag(
      undefined,
      'FILE',
      'How to reach the cluster; else $KUBECONFIG, ~/.kube/config, or the service account of the Pod',
    ),
    master: textFlag(undefined, 'URL', 'Another address of the API server than the one in the kubeconfig'),
    'kube-api-qps': numberFlag(20, 'Requests a second over time; 0 is no limit'),
    'kube-api-burst': countFlag(30, 'Requests at once'),
    'leader-elect': switchFlag(true, 'Of several processes only the one with the lease works'),
    'leader-elect-resource-name': textFlag(name, 'NAME', 'The lease'),
    'leader-elect-resource-namespace': textFlag('kube-system', 'NAMESPACE', 'Where the lease is'),
    'leader-elect-lease-duration': durationFlag(
      '15s',
      'How long others wait for a leader that does not renew',
    ),
    'leader-elect-renew-deadline': durationFlag('10s', 'How long a leader tries to renew before it ends'),
    'leader-elect-retry-period': durationFlag('2s', 'How often the lease is asked for or renewed'),
    'bind-address': textFlag(
      '127.0.0.1',
      'ADDRESS',
      'Where health and metrics are served, without TLS; 0.0.0.0 in a Pod',
    ),
    'secure-port': countFlag(10_257, 'The port of health and metrics; 0 is none, as is no authentication', {
      min: 0,
      max: 65_535,
    }),
    'log-level': choiceFlag<LogLevel>(undefined, logLevels, 'What is logged; goes before --v'),
    v: countFlag(0, 'How much is logged, as in Kubernetes: from 4 on each look at a request', {
      min: 0,
      max: 10,
      short: 'v',
    }),
    help: switchFlag(false, 'This text', 'h'),
    version: switchFlag(false, 'The version'),
  }
}

/** The level that `--log-level` or `--v` ask for. */
export function logLevelOf({
  'log-level': level,
  v,
}: {
  'log-level': LogLevel | undefined
  v: number
}): LogLevel {
  return level ?? (v >= 6 ? 'trace' : v >= 4 ? 'debug' : 'info')
}
