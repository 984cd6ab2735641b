import { expect, it } from 'vitest'
import { Correspondence } from './correspondence.ts'
import { normalForm } from './normal-form.ts'
import { parseRecording } from './parse-recording.ts'

const recording = `## create
> POST /api/v1/namespaces/n/configmaps
> Content-Type: application/json
> {"metadata": {"name": "c"}}
< 201 Created
< Content-Type: application/json
{"metadata":{"name":"c","uid":"aa5fb6ab-a7d2-46f2-9360-5bcc1d62cfdd","resourceVersion":"573"}}

some notes

> GET /api/v1/namespaces/n/configmaps?watch=1&timeoutSeconds=2
< 200
[+0.015s] {"type": "ADDED", "object": {}}
(ended at +2.006s err=None)

> GET /apis
< 200 OK
{"kind":"APIGr...[3330 bytes in all]
`

it('reads requests, answers, watches and what was cut off', () => {
  const { exchanges } = parseRecording('00-some', recording)
  expect(exchanges).toMatchObject([
    { id: '00-some#1', title: 'create', method: 'POST', body: '{"metadata": {"name": "c"}}', status: 201 },
    { id: '00-some#2', title: '', status: 200, watch: { at: [15], ended: 2006 } },
    { id: '00-some#3', answer: '{"kind":"APIGr', cut: true },
  ])
})

it('learns from answers what uids and versions are called in this run', () => {
  const names = new Correspondence()
  const uid = 'aa5fb6ab-a7d2-46f2-9360-5bcc1d62cfdd'
  names.learn({ uid, resourceVersion: '573' }, { uid: 'here', resourceVersion: '9' })
  expect(names.translate(`{"uid":"${uid}","resourceVersion":"573"}`)).toBe(
    '{"uid":"here","resourceVersion":"9"}',
  )
  expect(names.path('/api/v1/pods?resourceVersion=574')).toBe('/api/v1/pods?resourceVersion=9')
  expect(names.path('/api/v1/pods?resourceVersion=1')).toBe('/api/v1/pods?resourceVersion=1')
})

it('compares what two runs share', () => {
  const one = {
    metadata: { uid: 'a', generateName: 'n-', name: 'n-abcde', managedFields: [{ manager: 'm' }] },
  }
  expect(normalForm(one)).toEqual({
    value: { metadata: { uid: '<uid>', generateName: 'n-', name: 'n-<random>' } },
    managedFields: [[{ manager: 'm' }]],
  })
})
