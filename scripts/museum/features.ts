import type { Exhibit } from './exhibit.ts'

/** Bugs in what informers are unsafe without: one at least for each ● row of the feature table. */
export const featureExhibits: readonly Exhibit[] = [
  {
    bug: 'informers of one namespace whose watch sees all of them',
    row: 'FEAT-A1',
    breaks: 'the tweak is applied to lists alone',
  },
  {
    bug: 'kubernetes/kubernetes#107133, before its message was matched',
    row: 'FEAT-A3',
    breaks: 'a version that is too large is known by its cause alone, which old servers do not send',
  },
  {
    bug: 'kubernetes-client/javascript#3034',
    row: 'FEAT-A4',
    breaks: 'Retry-After is for servers with errors, not for those that are busy',
  },
  {
    bug: 'kubernetes/kubernetes#65012, kubernetes/client-go#374, kubernetes-client/javascript#596',
    row: 'FEAT-A6',
    breaks: 'silence has no end',
  },
  {
    bug: 'kubernetes-client/javascript#3020',
    row: 'FEAT-A7',
    breaks: 'a watch is cut after 30 s of silence',
  },
  {
    bug: 'kubernetes-client/javascript#3022',
    row: 'FEAT-A7',
    breaks: 'the deadline of silence is counted from the beginning of the watch',
  },
  {
    bug: 'pagers that give up when a continue token expires',
    row: 'FEAT-A9',
    breaks: 'a page that expired fails the whole list',
  },
  {
    bug: 'kubernetes/kubernetes#83520',
    row: 'FEAT-B1',
    breaks: 'every list is asked for at "0", so that a lagging server takes the cache back',
  },
  {
    bug: 'kubernetes/kubernetes#86483, #86430',
    row: 'FEAT-B1',
    breaks: 'every relist is a read from the database',
  },
  {
    bug: 'kubernetes/kubernetes#107133',
    row: 'FEAT-B2',
    breaks: 'a version that is too large is asked for again after a pause',
  },
  {
    bug: 'WatchList: a plain bookmark taken for the end',
    row: 'FEAT-B4',
    breaks: 'any bookmark ends the initial events',
  },
  {
    bug: 'cozystack/cozystack#2786',
    row: 'FEAT-B7',
    breaks: 'a server that knows no WatchList is asked for it again and again',
  },
  {
    bug: 'kubernetes-client/javascript#458, kube-rs/kube#219',
    row: 'FEAT-B8',
    breaks: 'no bookmarks are asked for',
  },
  {
    bug: 'kubernetes/kubernetes#89652',
    row: 'FEAT-B11',
    breaks: 'the end of a watch after minutes leads to a list',
  },
  {
    bug: 'cilium/cilium#25551, kubernetes/kubernetes APF',
    row: 'FEAT-B13',
    breaks: 'a 429 on opening leads to a list, which makes it worse',
  },
  {
    bug: 'snyk/kubernetes-monitor#1506, kubernetes-client/java#1829',
    row: 'FEAT-B14',
    breaks: 'a watch whose version expired is opened again at that version',
  },
  {
    bug: 'kubernetes/kubernetes#132926',
    row: 'FEAT-B17',
    breaks: 'a Table comes in',
  },
  {
    bug: 'kubernetes-client/javascript#3052',
    row: 'FEAT-B23',
    breaks: 'a stop leaves the request open that is under way',
  },
  {
    bug: 'kcp-dev/kcp#4364, in the key function itself',
    row: 'FEAT-C1',
    breaks: 'the key of a tombstone is looked for in its metadata',
  },
  {
    bug: 'client-go: empty sets of an index were kept',
    row: 'FEAT-C2',
    breaks: 'empty buckets stay, and with them every value that there ever was',
  },
  {
    bug: 'kubernetes-client/javascript#288, caches that are never emptied',
    row: 'FEAT-C4',
    breaks: 'a replacement adds what is new and leaves what is gone',
  },
  {
    bug: 'listers that answer nothing where an index is missing',
    row: 'FEAT-C8',
    breaks: 'without a namespace index a namespace is empty',
  },
  {
    bug: 'queues that drop what looks alike',
    row: 'FEAT-D1',
    breaks: 'the in-order queue leaves out a change of a key that waits already',
  },
  {
    bug: 'kubernetes/kubernetes#115658, in the atomic queue',
    row: 'FEAT-D2',
    breaks: 'a relist throws away what waits',
  },
  {
    bug: 'kubernetes/kubernetes#83810',
    row: 'FEAT-D3',
    breaks: 'what only the cache knows is not deleted at a relist',
  },
  {
    bug: 'kubernetes/kubernetes#113763, in the queue',
    row: 'FEAT-D6',
    breaks: 'a queue has synced when the last initial delta was popped, not when it was worked off',
  },
  {
    bug: 'informers of empty collections that never sync',
    row: 'FEAT-D6',
    breaks: 'an empty list never syncs',
  },
  {
    bug: 'kubernetes/kubernetes#26167',
    row: 'FEAT-D8',
    breaks: 'DeltaFIFO: a resync brings back what a pending change takes away',
  },
  {
    bug: 'kubernetes/kubernetes#32125',
    row: 'FEAT-D8',
    breaks: 'RealFIFO: a resync brings back what a pending change takes away',
  },
  {
    bug: 'reconcilers that read less than what woke them',
    row: 'FEAT-D9',
    breaks: 'a change is told before the cache shows it',
  },
  {
    bug: 'ovn-org/ovn-kubernetes#5575',
    row: 'FEAT-D12',
    breaks: 'what a relist adds counts as initial',
  },
  {
    bug: 'dotnet/dotnet-operator-sdk#977',
    row: 'FEAT-E1',
    breaks: 'a handler that takes its time holds up all others',
  },
  {
    bug: 'late handlers that are told of a change before its object',
    row: 'FEAT-E2',
    breaks: 'a late handler is registered first and given what is there a turn later',
  },
  {
    bug: 'kubernetes/kubernetes#113763, istio/istio#24117',
    row: 'FEAT-E3',
    breaks: 'a handler counts as synced when its informer is',
  },
  {
    bug: 'kubernetes/kubernetes#139755',
    row: 'FEAT-E4',
    breaks: 'a handler that was taken off is still called with all that waits for it',
  },
  {
    bug: 'kubernetes-client/javascript#301, #379',
    row: 'FEAT-E7',
    breaks: 'unchanged objects go to every handler',
  },
  {
    bug: 'client-go: a handler added after the stop hangs',
    row: 'FEAT-E9',
    breaks: 'a handler that is added after the stop waits for ever',
  },
  {
    bug: 'kubernetes-client/javascript 2.0.1, whose process such a handler ends',
    row: 'FEAT-E11',
    breaks: 'a handler that throws ends its own delivery',
  },
  {
    bug: 'kroxylicious/kroxylicious#3558',
    row: 'FEAT-F1',
    breaks: 'each accessor makes an informer of its own',
  },
  {
    bug: 'factories whose later informers never run',
    row: 'FEAT-F2',
    breaks: 'a second start starts nothing',
  },
  {
    bug: 'prometheus-operator/prometheus-operator#51',
    row: 'FEAT-G1',
    breaks: 'an item that is worked on is handed to a second worker',
  },
  {
    bug: 'work queues that lose what is added while it is worked on',
    row: 'FEAT-G1',
    breaks: 'what is added while it is worked on is forgotten',
  },
  {
    bug: 'kubernetes/kubernetes#97323',
    row: 'FEAT-G2',
    breaks: 'what waits at shutdown is thrown away',
  },
  {
    bug: 'kubernetes/kubernetes#112328',
    row: 'FEAT-G5',
    breaks: 'a later time shadows an earlier one',
  },
  {
    bug: 'kubernetes/kubernetes#138743',
    row: 'FEAT-G6',
    breaks: 'forget keeps the failures of an item',
  },
  {
    bug: 'retries that report a timeout in place of the conflict',
    row: 'FEAT-G10',
    breaks: 'a conflict that stays ends in another error',
  },
  {
    bug: 'kubernetes/kubernetes#16830, kubernetes/kubernetes#120824',
    row: 'FEAT-H1',
    breaks: 'a lease is judged by the renewTime in it, which another clock wrote',
  },
  {
    bug: 'leases of less than a second, that others are told to be over at once',
    row: 'FEAT-H2',
    breaks: 'a deadline that is longer than the seconds others are told is accepted',
  },
  {
    bug: 'kubernetes/kubernetes#23731, kubernetes/kubernetes#44887',
    row: 'FEAT-H3',
    breaks: 'leading ends only with the lease',
  },
  {
    bug: 'releases that believe what they last saw, and clear the lease of who took over since',
    row: 'FEAT-H5',
    breaks: "the release clears whoever's lease it finds",
  },
  {
    bug: 'controllers that make an Event of their own for each repeat, as before counts were kept',
    row: 'FEAT-I2',
    breaks: 'an event that repeats is a new one each time',
  },
  {
    bug: 'openshift/origin#5694',
    row: 'FEAT-I3',
    breaks: 'similar events are never aggregated',
  },
  {
    bug: 'kubernetes/kubernetes#47367, kubernetes/kubernetes#16798',
    row: 'FEAT-I4',
    breaks: 'nothing is taken for spam',
  },
  {
    bug: 'ray-project/kuberay#715',
    row: 'FEAT-K1',
    breaks: 'nothing is waited for: a stale cache makes duplicates',
  },
  {
    bug: 'controllers that count a graceful deletion as two, and delete too many',
    row: 'FEAT-K2',
    breaks: 'a graceful deletion counts twice',
  },
  {
    bug: 'replica sets over their quota that try all of their pods at each sync',
    row: 'FEAT-K3',
    breaks: 'all calls are made at once',
  },
  {
    bug: 'owners that are deleted and made again, and adopt by an old cache',
    row: 'FEAT-K5',
    breaks: 'an owner that is gone or recreated adopts: the cache is believed',
  },
]
