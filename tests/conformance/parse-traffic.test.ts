import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutJson } from './cut-json.ts'
import { parseKubectl } from './parse-kubectl.ts'
import { parseColumns, parseFieldSelectors } from './parse-probes.ts'
import { parseClientTraffic, parseControllerTraffic } from './parse-traffic.ts'
import { pythonBytes } from './python-bytes.ts'
import { mapTexts, readWire, writeWire, type WireMessage } from './wire.ts'

describe('traffic', () => {
  it('of clients is read line by line, with bodies that end anywhere', () => {
    const line =
      'POST /api/v1/namespaces/default/configmaps -> 201 | auth=yes | ua=a/1 | accept=*/* | ct=application/json | enc=gzip | body="{\\"data\\":{\\"a'
    expect(parseClientTraffic('24', `notes\n${line}`)).toMatchObject([
      { id: '24#2', method: 'POST', status: 201, body: '{"data":{"a', headers: { 'user-agent': 'a/1' } },
    ])
  })

  it('of controllers is read as the requests that they sent', () => {
    const lines = [
      'controller-manager update    apps/deployments/status default/web -> 409  [kubernetes/x] {"replicas": 1}',
      'admin      create    namespaces /gone -> 201  [kubectl]?fieldManager=m ',
      'controller-manager get        / -> 200  [kubernetes/x] ',
      'system:kube-scheduler watch /api/v1/nodes?resourceVersion=N&timeoutSeconds=T&watch=true x1',
    ]
    const read = parseControllerTraffic('19', lines.join('\n'))
    expect(read.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
      'PUT /apis/apps/v1/namespaces/default/deployments/web/status 409',
      'POST /api/v1/namespaces?fieldManager=m 201',
      'GET /api 200',
      'GET /api/v1/nodes?resourceVersion=1&watch=true 200',
    ])
  })

  it('of kubectl is read with its headers, bodies, dumps of bytes, and answers to what failed', () => {
    const text = `$ kubectl create ns n
> POST /api/v1/namespaces?fieldManager=kubectl-create   -> 409 Conflict
     Accept: <Table v1,v1beta1,json>
     body: 00000000  6b 38 73 00 0a 02 0a 00                           |k8s.....|
     resp: {"kind":"Status"}
--- stdout
`
    expect(parseKubectl('29', text)).toMatchObject([
      {
        id: 'kubectl/29#1',
        title: 'kubectl create ns n',
        status: 409,
        body: 'k8s\u0000\n\u0002\n\u0000',
        binary: true,
        answer: '{"kind":"Status"}',
      },
    ])
  })
})

describe('probes', () => {
  it('of field selectors ask for every label that is taken anywhere, on every resource', () => {
    const text = `core/v1 pods: metadata.name, spec.host   | error text: field label not supported: x
apps/v1 deployments: metadata.name   | error text: "spec.host" is not a known field selector`
    const probes = parseFieldSelectors('16', text)
    expect(probes.map(({ title, status }) => `${title} ${status}`)).toEqual([
      'pods: metadata.name 200',
      'pods: spec.host 200',
      'deployments: metadata.name 200',
      'deployments: spec.host 400',
    ])
    expect(probes[3]?.answer).toContain('is not a known field selector')
  })

  it('of columns know those of wide tables', () => {
    const [probe] = parseColumns('18', 'core pods: Name, IP*   e.g. ["p", "1.2.3.4"]\n\n## more\n')
    expect(probe).toMatchObject({ path: '/api/v1/pods?limit=1', columns: ['Name', 'IP*'] })
  })
})

describe('what was cut off', () => {
  it.each([
    ['{"a": 1, "b": {"c": "x", "d": "unfin', { a: 1, b: { c: 'x' } }],
    ['{"list": [{"a": 1}, {"b": 2, "c"', { list: [{ a: 1 }] }],
    ['{"a": "whole"}', { a: 'whole' }],
    ['"no', undefined],
  ])('is read as far as it is whole: %s', (text, value) => {
    expect(cutJson(text)).toEqual(value)
  })

  it('is a beginning of what it was', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.array(fc.dictionary(fc.string(), fc.nat()))),
        fc.nat(),
        (value, at) => {
          const text = JSON.stringify(value)
          const cut = cutJson(text.slice(0, at % (text.length + 1)))
          if (cut === undefined) return
          expect(Object.keys(value)).toEqual(expect.arrayContaining(Object.keys(cut as object)))
        },
      ),
    )
  })
})

describe('protobuf of which nobody knows the types', () => {
  const message: fc.Memo<WireMessage> = fc.memo((depth) =>
    fc.array(
      fc.record({
        number: fc.integer({ min: 1, max: 200 }),
        value: fc.oneof(
          fc.bigInt({ min: 0n, max: 2n ** 63n }),
          fc.stringMatching(/^[A-Z][a-z]{3,9}$/).map((text) => Buffer.from(text)),
          ...(depth > 1 ? [message(depth - 1)] : []),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  )

  it('is written as it was read', () => {
    fc.assert(
      fc.property(message(3), (value) => {
        const bytes = writeWire(value)
        expect(writeWire(readWire(bytes) ?? []).equals(bytes)).toBe(true)
      }),
    )
  })

  it('has other texts, and lengths that fit', () => {
    const of = (text: string): WireMessage => [
      { number: 1, value: [{ number: 2, value: Buffer.from(text) }] },
    ]
    expect(writeWire(mapTexts(of('Abc'), () => 'Other'))).toEqual(writeWire(of('Other')))
  })

  it('is read of what Python prints', () => {
    expect(pythonBytes(String.raw`b'k8s\x00\n"\''`)).toEqual(Buffer.from('k8s\u0000\n"\''))
    expect(pythonBytes('{}')).toBeUndefined()
  })
})
