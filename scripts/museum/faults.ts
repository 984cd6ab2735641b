import type { Exhibit } from './exhibit.ts'

/** Bugs that are rows of the fault matrix. */
export const faultExhibits: readonly Exhibit[] = [
  {
    bug: 'kubernetes/kubernetes#59848, elastic/cloud-on-k8s#4956',
    row: 'FAULT-A1',
    breaks: 'a list that is older than what was asked for replaces the cache',
  },
  {
    bug: 'kubernetes-client/java#1533',
    row: 'FAULT-A2',
    breaks: 'an expired version is asked for again and again',
  },
  {
    bug: 'kubernetes/kubernetes#115658, #115620',
    row: 'FAULT-A6',
    breaks: 'what is only in the queue is not deleted at a relist',
  },
  {
    bug: 'kubernetes/kubernetes#83810, #83911',
    row: 'FAULT-A7',
    breaks: 'a relist drops the pending deletion of what it brings back',
  },
  {
    bug: 'kubernetes/kubernetes#86015',
    row: 'FAULT-A9',
    breaks: 'what a relist changed counts as unchanged, and is kept from handlers without resyncs',
  },
  {
    bug: 'kcp-dev/kcp#4364',
    row: 'FAULT-A10',
    breaks: 'the key function is given a tombstone',
  },
  {
    bug: 'kubernetes/kubernetes#97255, kubernetes/kube-state-metrics#2955',
    row: 'FAULT-A11',
    breaks: 'a handler is given a tombstone where it expects an object',
  },
  {
    bug: 'openshift/origin#11792',
    row: 'FAULT-A12',
    breaks: 'what a relist finds missing is told as if its last state were known',
  },
  {
    bug: 'kubernetes/kubernetes#73845',
    row: 'FAULT-A14',
    breaks: 'a server that repeats old events takes the place to resume from back with it',
  },
  {
    bug: 'kubernetes/kubernetes#116436',
    row: 'FAULT-A14',
    breaks: 'a server that repeats the creation of a deleted object brings it back',
  },
  {
    bug: 'kubernetes/kubernetes#107457',
    row: 'FAULT-A16',
    breaks: 'a bookmark from before the last version is believed',
  },
  {
    bug: 'kubernetes-client/javascript 2.0.1, which knows no pages',
    row: 'FAULT-A18',
    breaks: 'pages that expired half-way are kept and added to',
  },
  {
    bug: 'stackabletech/hdfs-operator#774',
    row: 'FAULT-A19',
    breaks: 'a replacement is told before it is in place',
  },
  {
    bug: 'kubernetes-client/javascript 2.0.1, which deletes its cache for a login page',
    row: 'FAULT-A20',
    breaks: 'what is no list, such as a login page, counts as an empty one',
  },
  {
    bug: 'kubernetes-client/javascript 2.0.1, which loops on such a list',
    row: 'FAULT-A21',
    breaks: 'a list without a version is a list',
  },
  {
    bug: 'gravitational/teleport#64188, derailed/k9s#4186, antrea-io/antrea#8123',
    row: 'FAULT-A23',
    breaks: 'the end of the initial events is waited for without end',
  },
  {
    bug: 'LinusU/node-jsonlines#7',
    row: 'FAULT-B1',
    breaks: 'lines are made text piece by piece',
  },
  {
    bug: 'kubernetes/kubernetes#57705; kubernetes-client/javascript 2.0.1, which moves on',
    row: 'FAULT-B3',
    breaks: 'the version moves past an event that could not be read',
  },
  {
    bug: 'etcd-io/etcd#15220, #17529',
    row: 'FAULT-B9',
    breaks: 'an event from before a bookmark is believed',
  },
  {
    bug: 'kubernetes-client/javascript 2.0.1, which keeps a line of any length',
    row: 'FAULT-B11',
    breaks: 'a line without end is kept without end',
  },
  {
    bug: 'client-go: the pause in watchList cannot be cancelled',
    row: 'FAULT-C7',
    breaks: 'a pause before the next attempt does not end with the signal',
  },
  {
    bug: 'cilium/cilium#25551',
    row: 'FAULT-C8',
    breaks: 'Retry-After does not lengthen a pause',
  },
  {
    bug: 'fabric8io/kubernetes-client#1943',
    row: 'FAULT-C11',
    breaks: 'the old watch stays open when a new one is begun',
  },
  {
    bug: 'kubernetes-client/javascript 2.0.1, which takes an empty file for a token',
    row: 'FAULT-D2',
    breaks: 'a token file that is empty for a moment empties the token',
  },
  {
    bug: 'kubernetes/client-go#1326, kubernetes/kubernetes#49705',
    row: 'FAULT-F1',
    breaks: 'changes of a key that waits are kept one by one',
  },
  {
    bug: 'falcosecurity/k8s-metacollector#188',
    row: 'FAULT-F6',
    breaks: 'a transform can take the version away',
  },
  {
    bug: 'client-go: an index function that panics takes the informer with it',
    row: 'FAULT-F8',
    breaks: 'an index function that throws ends the write',
  },
  {
    bug: 'kubernetes/kubernetes#136509',
    row: 'FAULT-F11',
    breaks: 'resyncs pile up while nobody works them off',
  },
  {
    bug: 'kubernetes/kubernetes#112328; Node: TimeoutOverflowWarning',
    row: 'FAULT-G3',
    breaks: 'a timer above 2^31-1 ms is left to Node, which fires it at once',
  },
  {
    bug: 'kubernetes/kubernetes#73845, as a cache shows it',
    row: 'GUAR-G1',
    breaks: 'a server that goes back in time takes the cache with it',
  },
  {
    bug: 'kubernetes/kubernetes#114872, fabric8io/kubernetes-client#7160',
    row: 'FAULT-H2',
    breaks: "others are judged by one's own lease duration",
  },
  {
    bug: 'ray-project/enhancements#65',
    row: 'FAULT-H4',
    breaks: 'a guarded write is checked by a flag and not by the time',
  },
  {
    bug: 'kubernetes/kubernetes#71490, vmware/pinniped#800',
    row: 'FAULT-H5',
    breaks: 'the lease is released before the work has stopped',
  },
]
