import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ApiServer } from '@rxkube/api-server'
import { Client } from '@rxkube/client'
import { toManifest, waitForCustomResource } from '@rxkube/controller'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Widget } from './custom-resource/widget.ts'

const binary = process.env['RXKUBE_KUBECTL'] ?? 'kubectl'

function hasKubectl(): boolean {
  try {
    execFileSync(binary, ['version', '--client'], { stdio: 'ignore' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

describe.skipIf(!hasKubectl())(
  'kubectl and a manifest (skipped without kubectl)',
  { timeout: 60_000 },
  () => {
    let home: string
    let server: ApiServer

    const kubectl = async (...args: string[]) => {
      const env = { PATH: process.env['PATH'], HOME: home, KUBECONFIG: join(home, 'config') }
      const { stdout } = await promisify(execFile)(binary, args, { env, cwd: home })
      return stdout
    }

    beforeAll(async () => {
      home = mkdtempSync(join(tmpdir(), 'rxkube-crd-'))
      server = new ApiServer()
      const { url } = await server.listen()
      writeFileSync(join(home, 'config'), server.kubeconfig({ url }).yaml)
    })
    afterAll(async () => {
      await server.close()
      rmSync(home, { recursive: true })
    })

    it('applies it, knows its names, columns, scale and descriptions, and is told what is wrong', async () => {
      writeFileSync(join(home, 'crd.json'), toManifest(Widget))
      expect(await kubectl('apply', '-f', 'crd.json')).toContain('widgets.example.com created')
      expect(await kubectl('apply', '--server-side', '--force-conflicts', '-f', 'crd.json')).toContain(
        'serverside-applied',
      )
      await using client = new Client({ transport: server.transport() })
      await waitForCustomResource(client, Widget)

      const widget = Widget.of({ metadata: { name: 'web', namespace: 'default' }, spec: { image: 'nginx' } })
      writeFileSync(join(home, 'widget.json'), JSON.stringify(widget))
      expect(await kubectl('apply', '-f', 'widget.json')).toContain('widget.example.com/web created')
      expect(await kubectl('get', 'wd')).toMatch(/NAME +COLOR\nweb +red\n/)
      expect(await kubectl('scale', '--replicas=3', 'widget/web')).toContain('web scaled')
      expect(await kubectl('get', 'widget', 'web', '-o', 'jsonpath={.spec.replicas}')).toBe('3')
      expect(await kubectl('explain', 'widget.spec.image')).toContain('What it is made of.')
      await expect(
        kubectl('patch', 'widget', 'web', '--type=merge', '-p', '{"spec":{"color":"green"}}'),
      ).rejects.toThrow(/spec\.color: Unsupported value: "green"/)
    })
  },
)
