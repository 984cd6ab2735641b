import type { Controller, EventRecorderLike, Manager } from '@rxkube/controller'
import { jitterUntil } from '@rxkube/clock'
import { ClientEventRecorder } from '@rxkube/event-recorder'
import { Node, Pod } from '@rxkube/meta'
import { NodeMonitor } from './monitor/node-monitor.ts'
import { settingsOf, type NodeLifecycleOptions } from './node-lifecycle-options.ts'
import type { NodeLifecycleMetrics, Surroundings } from './surroundings.ts'
import { TaintingPass } from './tainting/tainting-pass.ts'
import { Zones } from './tainting/zones.ts'
import { clusterCaches } from './watches/cluster-caches.ts'
import { podsThatCame } from './watches/pod-predicate.ts'
import { processPod } from './writes/process-pod.ts'
import { reconcileNode } from './writes/reconcile-node.ts'
import { tellEvent } from './writes/tell-event.ts'

/** The name that kube-controller-manager has for it. */
export const nodeLifecycleControllerName = 'node-lifecycle-controller'

/** The controllers that node lifecycle is made of; the passes over all nodes are no controllers. */
export interface NodeLifecycleController {
  /** Its requests are the names of nodes: NoSchedule taints and labels. */
  readonly nodes: Controller
  /** Its requests are the names of pods that came to a node. */
  readonly pods: Controller
}

const nodeWorkers = 8
const podWorkers = 4

const uncounted: NodeLifecycleMetrics = {
  zone: () => undefined,
  evictions: () => undefined,
  updateNodeHealth: () => undefined,
  updateAllNodesHealth: () => undefined,
}

/**
 * Has the manager look after nodes: those that are silent are said to be Unknown, their pods not ready, and they are
 * tainted, no faster than zones may lose nodes. Throws `InvalidDurationError`.
 */
export function setup(manager: Manager, options: NodeLifecycleOptions = {}): NodeLifecycleController {
  const settings = settingsOf(options)
  const { client } = manager
  const { clock } = client
  const { metrics = uncounted, onError: report = () => undefined } = options
  const view = clusterCaches(manager)
  let monitor: NodeMonitor | undefined
  let recorder: EventRecorderLike | undefined
  const tell = tellEvent(() => recorder)

  const nodes = manager
    .controller(nodeLifecycleControllerName, Node)
    .options({ maxConcurrentReconciles: nodeWorkers })
    .reconcile(async ({ name }, context) => {
      if (context.object) await reconcileNode(context.object, context)
      else monitor?.nodeDeleted(name)
    })
  const pods = manager
    .controller(`${nodeLifecycleControllerName}-pods`, Pod, { predicates: [podsThatCame] })
    .options({ maxConcurrentReconciles: podWorkers })
    .reconcile(async (_, context) => {
      const { object: pod, signal } = context
      const health = monitor?.health(pod?.spec.nodeName ?? '')
      if (pod) await processPod(pod, health, { client: context.client, clock, signal, tell, view })
    })

  manager.add({
    name: nodeLifecycleControllerName,
    start: async (signal) => {
      const own = options.recorder === undefined ? clientRecorder(manager) : undefined
      recorder = options.recorder === false ? undefined : (options.recorder ?? own?.recorder)
      const around: Surroundings = { client, clock, view, tell, metrics, report, signal }
      const zones = new Zones(clock, settings.nodeEvictionRate)
      const tainting = new TaintingPass(zones, around)
      const watch = new NodeMonitor(zones, tainting, settings, around)
      monitor = watch
      const guarded = (pass: () => Promise<void>) => async (): Promise<void> => {
        manager.elector?.assertLeading()
        await pass()
      }
      await Promise.all([
        jitterUntil(
          clock,
          { period: settings.nodeMonitorPeriod, signal },
          guarded(() => watch.pass()),
        ),
        tainting.loop(guarded(() => tainting.run())),
      ])
      monitor = undefined
      await own?.shutdown()
    },
  })
  return { nodes, pods }
}

function clientRecorder({ client }: Manager): { recorder: EventRecorderLike; shutdown: () => Promise<void> } {
  const recorder = new ClientEventRecorder(client, { component: 'node-controller' })
  return {
    recorder: {
      recordEvent: (object, type, reason, message) => recorder.event(object, type, reason, message),
    },
    shutdown: () => recorder.shutdown({ timeout: '5s' }),
  }
}
