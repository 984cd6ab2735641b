import { defaultStages, type Stage } from '@rxkube/api-server'

/** An image that no registry has. */
export const badImage = 'web:typo'

const image = '.spec.containers.[].image'
const waiting = '.status.containerStatuses.[].state.waiting.reason'
const message = `Back-off pulling image "${badImage}"`

const cannotBePulled: Stage = {
  metadata: { name: 'pod-image-pull-back-off' },
  spec: {
    resourceRef: { apiGroup: 'v1', kind: 'Pod' },
    selector: {
      matchExpressions: [
        { key: '.metadata.deletionTimestamp', operator: 'DoesNotExist' },
        { key: '.status.podIP', operator: 'Exists' },
        { key: image, operator: 'In', values: [badImage] },
        { key: waiting, operator: 'NotIn', values: ['ImagePullBackOff'] },
      ],
    },
    delay: { durationMilliseconds: 1000 },
    next: {
      event: { type: 'Warning', reason: 'Failed', message },
      patches: [
        {
          type: 'merge',
          subresource: 'status',
          root: 'status',
          template: {
            containerStatuses: [
              {
                name: 'web',
                image: badImage,
                imageID: '',
                ready: false,
                started: false,
                restartCount: 0,
                state: { waiting: { reason: 'ImagePullBackOff', message } },
              },
            ],
          },
        },
      ],
    },
  },
}

/** How pods live on the fake nodes of the playground: as always, but that one image cannot be pulled. */
export const stages: readonly Stage[] = [
  ...defaultStages.map((stage) => (stage.metadata.name === 'pod-ready' ? unlessBad(stage) : stage)),
  cannotBePulled,
]

function unlessBad(stage: Stage): Stage {
  const { spec } = stage
  const matchExpressions = [
    ...(spec.selector?.matchExpressions ?? []),
    { key: image, operator: 'NotIn' as const, values: [badImage] },
  ]
  return { ...stage, spec: { ...spec, selector: { ...spec.selector, matchExpressions } } }
}
