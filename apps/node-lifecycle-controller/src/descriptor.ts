import { countFlag, durationFlag, numberFlag, type ControllerDescriptor } from '@rxkube/controller'
import { nodeLifecycleControllerName, setup } from './node-lifecycle-controller.ts'

const flags = {
  'node-monitor-period': durationFlag('5s', 'How often the health of all nodes is looked at'),
  'node-monitor-grace-period': durationFlag('50s', 'How long a node may be silent before it is Unknown'),
  'node-startup-grace-period': durationFlag('1m', 'The same for a node that never posted a status'),
  'node-eviction-rate': numberFlag(0.1, 'How many nodes of a healthy zone are tainted each second'),
  'secondary-node-eviction-rate': numberFlag(0.01, 'The same in a large zone that is partly disrupted'),
  'unhealthy-zone-threshold': numberFlag(
    0.55,
    'The share of silent nodes that makes a zone partly disrupted',
  ),
  'large-cluster-size-threshold': countFlag(50, 'A zone with more nodes is large', { min: 0 }),
}

/** The node lifecycle controller, for programs. */
export const nodeLifecycleController: ControllerDescriptor<typeof flags> = {
  name: nodeLifecycleControllerName,
  aliases: ['nodelifecycle'],
  flags,
  setUp(manager, values, { onError }) {
    setup(manager, {
      nodeMonitorPeriod: values['node-monitor-period'],
      nodeMonitorGracePeriod: values['node-monitor-grace-period'],
      nodeStartupGracePeriod: values['node-startup-grace-period'],
      nodeEvictionRate: values['node-eviction-rate'],
      secondaryNodeEvictionRate: values['secondary-node-eviction-rate'],
      unhealthyZoneThreshold: values['unhealthy-zone-threshold'],
      largeClusterSizeThreshold: values['large-cluster-size-threshold'],
      onError,
    })
  },
}
