import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiServer } from '@rxkube/api-server'
import { hasKubectl, Kubectl } from './kubectl/kubectl.ts'
import { definition, gadget } from './support/definitions.ts'

const embedded = {
  type: 'object',
  'x-kubernetes-embedded-resource': true,
  'x-kubernetes-preserve-unknown-fields': true,
}
const parts = {
  type: 'array',
  description: 'What it is made of.',
  items: {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'string' }, size: { type: 'integer' } },
  },
  'x-kubernetes-list-type': 'map',
  'x-kubernetes-list-map-keys': ['id'],
}
const properties = {
  replicas: { type: 'integer', default: 1 },
  color: { type: 'string', description: 'How it looks.', enum: ['red', 'blue'] },
  parts,
  embedded,
}
const version = {
  subresources: {
    status: {},
    scale: { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' },
  },
  additionalPrinterColumns: [{ name: 'Color', type: 'string', jsonPath: '.spec.color' }],
}
const names = { plural: 'gadgets', kind: 'Gadget', shortNames: ['gd'], categories: ['all'] }

describe.skipIf(!hasKubectl)(
  'kubectl and custom resources (skipped without kubectl)',
  { timeout: 30_000 },
  () => {
    let server: ApiServer
    let kubectl: Kubectl

    beforeAll(async () => {
      server = new ApiServer()
      kubectl = await Kubectl.for(server)
      await written('crd', definition({ properties }, version, { names }))
      await run('apply', '-f', 'crd.json')
      await run('wait', '--for=condition=Established', 'crd/gadgets.ex.io', '--timeout=10s')
    })
    afterAll(async () => {
      await kubectl[Symbol.asyncDispose]()
      await server.close()
    })

    const written = async (name: string, object: unknown) =>
      writeFile(join(kubectl.home, `${name}.json`), JSON.stringify(object))
    const run = async (...args: string[]) => {
      const { code, stdout, stderr } = await kubectl.attempt(args)
      if (code !== 0) throw new Error(stderr)
      return stdout.trimEnd()
    }

    it('api-resources lists them', async () => {
      expect(await run('api-resources', '--api-group=ex.io', '--no-headers')).toMatch(
        /^gadgets +gd +ex\.io\/v1 +true +Gadget$/,
      )
    })

    it('create, get and delete', async () => {
      await written('one', gadget('one', { color: 'red' }))
      expect(await run('create', '-f', 'one.json')).toBe('gadget.ex.io/one created')
      expect(await run('get', 'gd')).toMatch(/^NAME +COLOR\none +red$/)
      expect(await run('get', 'all', '-o', 'name')).toContain('gadget.ex.io/one')
      expect(await run('get', 'gd', 'one', '-o', 'jsonpath={.spec.replicas}')).toBe('1')
      expect(await run('delete', 'gadget', 'one')).toBe('gadget.ex.io "one" deleted')
    })

    it('refuse what the schema does not know', async () => {
      await written('strict', gadget('strict', { bogus: 1 }))
      await expect(run('create', '-f', 'strict.json')).rejects.toThrow(
        'strict decoding error: unknown field "spec.bogus"',
      )
      await written('wrong', gadget('wrong', { color: 'green' }))
      await expect(run('create', '-f', 'wrong.json')).rejects.toThrow(
        'spec.color: Unsupported value: "green": supported values: "red", "blue"',
      )
    })

    it('apply, both ways, and diff', async () => {
      await written('applied', gadget('applied', { parts: [{ id: 'a', size: 1 }] }))
      expect(await run('apply', '-f', 'applied.json')).toBe('gadget.ex.io/applied created')
      await written('applied', gadget('applied', { parts: [{ id: 'a', size: 2 }] }))
      const { code, stdout } = await kubectl.attempt(['diff', '-f', 'applied.json'])
      expect(code).toBe(1)
      expect(stdout).toContain('+    size: 2')
      expect(await run('apply', '-f', 'applied.json')).toBe('gadget.ex.io/applied configured')
      await written('server', gadget('server', { parts: [{ id: 'a' }] }))
      expect(await run('apply', '--server-side', '-f', 'server.json')).toBe(
        'gadget.ex.io/server serverside-applied',
      )
    })

    it('explain, down to metadata of embedded resources', async () => {
      const text = await run('explain', 'gadgets.spec')
      expect(text).toContain('GROUP:      ex.io')
      expect(text).toMatch(/color\s+<string>\n *enum: red, blue\n *How it looks\./)
      expect(text).toMatch(/parts\s+<\[\]Object>\n *What it is made of\./)
      expect(await run('explain', 'gadgets.spec.parts.id')).toContain('FIELD: id <string>')
      expect(await run('explain', 'gadgets.spec.embedded.metadata.labels')).toContain(
        'FIELD: labels <map[string]string>',
      )
    })

    it('scale, label, describe and edit', async () => {
      await written('scaled', gadget('scaled', {}))
      await run('create', '-f', 'scaled.json')
      expect(await run('scale', 'gadget/scaled', '--replicas=4')).toBe('gadget.ex.io/scaled scaled')
      expect(await run('label', 'gadget', 'scaled', 'a=b')).toBe('gadget.ex.io/scaled labeled')
      expect(await run('describe', 'gadget', 'scaled')).toMatch(/Spec:\n +Replicas: +4/)
      expect(
        await run(
          'patch',
          'gadget',
          'scaled',
          '--subresource=status',
          '--type=merge',
          '-p',
          '{"status":{"replicas":4}}',
        ),
      ).toBe('gadget.ex.io/scaled patched')
    })

    it('delete of a definition waits until it is gone', async () => {
      const other = definition({ properties }, {}, { names: { plural: 'gizmos', kind: 'Gizmo' } })
      await written('other', { ...other, metadata: { name: 'gizmos.ex.io' } })
      await run('create', '-f', 'other.json')
      expect(await run('delete', 'crd', 'gizmos.ex.io')).toBe(
        'customresourcedefinition.apiextensions.k8s.io "gizmos.ex.io" deleted',
      )
      expect((await kubectl.attempt(['get', 'crd', 'gizmos.ex.io'])).code).toBe(1)
    })
  },
)
