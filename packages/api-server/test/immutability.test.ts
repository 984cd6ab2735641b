import { afterEach, beforeEach, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api } from './support/api.ts'

let server: ApiServer
let api: Api

beforeEach(() => {
  server = new ApiServer({ clock: new TestClock() })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const containers = [{ name: 'c', image: 'a' }]
const template = { metadata: { labels: { a: 'b' } }, spec: { containers } }
const selector = { matchLabels: { a: 'b' } }
const core = '/api/v1/namespaces/default'

it.each([
  ['pods', { spec: { nodeName: 'n1' } }, 'Pod "x" is invalid: spec: Forbidden: pod updates may not change'],
  [
    'pods',
    { spec: { schedulingGates: [{ name: 'a' }] } },
    "only deletion is allowed, but found new scheduling gate 'a'",
  ],
  ['secrets', { type: 'z/z' }, 'Secret "x" is invalid: type: Invalid value: "z/z": field is immutable'],
])('refuses a patch of %s: %j', async (resource, patch, message) => {
  const spec = resource === 'pods' ? { spec: { containers } } : {}
  await api.post(`${core}/${resource}`, { metadata: { name: 'x' }, ...spec })
  const { body } = await api.merge(`${core}/${resource}/x`, patch)
  expect(body.code).toBe(422)
  expect(body.message).toContain(message)
})

it.each([
  [{ spec: { containers: [{ name: 'c', image: 'b' }] } }],
  [{ spec: { activeDeadlineSeconds: 5 } }],
  [{ spec: { tolerations: [{ key: 'k', operator: 'Exists' }] } }],
])('lets a pod change in what may change: %j', async (patch) => {
  await api.post(`${core}/pods`, { metadata: { name: 'x' }, spec: { containers } })
  expect((await api.merge(`${core}/pods/x`, patch)).status).toBe(200)
})

it('lets a stateful set change in what may change', async () => {
  const sets = '/apis/apps/v1/namespaces/default/statefulsets'
  await api.post(sets, { metadata: { name: 'x' }, spec: { serviceName: 's', selector, template } })
  expect((await api.merge(`${sets}/x`, { spec: { replicas: 3 } })).status).toBe(200)
  expect((await api.merge(`${sets}/x`, { spec: { serviceName: 't' } })).body.message).toContain(
    "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
  )
})

it('gives a job a selector and labels of its own, and keeps them', async () => {
  const jobs = '/apis/batch/v1/namespaces/default/jobs'
  const spec = { template: { spec: { restartPolicy: 'Never', containers } } }
  const { body } = await api.post(jobs, { metadata: { name: 'x' }, spec })
  const uid = body.metadata?.uid
  expect(body).toMatchObject({
    metadata: { labels: { 'job-name': 'x', 'controller-uid': uid } },
    spec: {
      selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } },
      template: { metadata: { labels: { 'batch.kubernetes.io/job-name': 'x' } } },
    },
  })
  expect((await api.merge(`${jobs}/x`, { spec: { completions: 3 } })).body.message).toBe(
    'Job.batch "x" is invalid: spec.completions: Invalid value: 3: field is immutable',
  )
  expect((await api.merge(`${jobs}/x`, { spec: { parallelism: 3 } })).status).toBe(200)
})

it('leaves the selector of a job to who asks for that', async () => {
  const jobs = '/apis/batch/v1/namespaces/default/jobs'
  const own = { metadata: { labels: { a: 'b' } }, spec: { restartPolicy: 'Never', containers } }
  const spec = { manualSelector: true, selector, template: own }
  expect((await api.post(jobs, { metadata: { name: 'x' }, spec })).body.spec).toMatchObject({ selector })
})

it('says which label selector may not change, in the words of Go', async () => {
  const sets = '/apis/apps/v1/namespaces/default/deployments'
  await api.post(sets, { metadata: { name: 'x' }, spec: { selector, template } })
  const other = { matchLabels: { a: 'c' }, matchExpressions: [{ key: 'z', operator: 'In', values: ['q'] }] }
  const patch = { spec: { selector: other, template: { metadata: { labels: { a: 'c' } } } } }
  expect((await api.merge(`${sets}/x`, patch)).body.message).toBe(
    'Deployment.apps "x" is invalid: spec.selector: Invalid value: v1.LabelSelector{MatchLabels:map[string]string{"a":"c"}, MatchExpressions:[]v1.LabelSelectorRequirement{v1.LabelSelectorRequirement{Key:"z", Operator:"In", Values:[]string{"q"}}}}: field is immutable',
  )
})
