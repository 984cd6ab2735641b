import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KubeConfigCredentials, loadKubeConfig } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { replies } from '@rxkube/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ScriptedInformer, scriptedInformer } from '../support/scripted-informer.ts'

let directory = ''
const tokenPath = () => join(directory, 'token')

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'rxkube-'))
})

afterEach(() => rm(directory, { recursive: true }))

/** An informer whose client reads its token from a file, and a server that takes one token alone. */
async function guarded(script: string, accepted: { token: string }): Promise<ScriptedInformer> {
  const kubeConfig = join(directory, 'config')
  const users = [{ name: 'u', user: { tokenFile: tokenPath() } }]
  const clusters = [{ name: 'c', cluster: { server: 'http://127.0.0.1' } }]
  const contexts = [{ name: 'x', context: { cluster: 'c', user: 'u' } }]
  await writeFile(kubeConfig, JSON.stringify({ users, clusters, contexts, 'current-context': 'x' }))
  const clock = new TestClock()
  const source = await loadKubeConfig({ file: kubeConfig })
  const credentials = new KubeConfigCredentials(source, { clock, allowExec: false, execTimeout: 1000 })
  const world = await scriptedInformer('', { transport: { credentials }, clock })
  world.server.answer(
    (request) => !request.hasHeader('authorization', `Bearer ${accepted.token}`),
    replies.status(401),
    1000,
  )
  world.server.play(script)
  return world
}

const refused = (world: ScriptedInformer, token: string) =>
  world.server.requests.filter((request) => request.hasHeader('authorization', `Bearer ${token}`)).length

describe('credentials', { timeout: 60_000 }, () => {
  it('FAULT-D1 are read again at once when the server refuses them, and the request is repeated', async () => {
    await writeFile(tokenPath(), 'one')
    const accepted = { token: 'one' }
    await using world = await guarded('L10[a5] W10: *10', accepted)
    await world.play(() => world.server.streams === 1)
    await writeFile(tokenPath(), 'two')
    accepted.token = 'two'
    world.server.play('W10: +b11')
    world.server.watches[0]?.end()
    await world.arrive(() => world.log.includes('+b11'))
    expect(world.watchErrors).toEqual([])
    expect(world.lists).toHaveLength(1)
  })

  it('FAULT-D1 are read again each minute, before anybody refuses them', async () => {
    await writeFile(tokenPath(), 'one')
    const accepted = { token: 'one' }
    await using world = await guarded('L10[a5] W10: *10', accepted)
    await world.play(() => world.server.streams === 1)
    await writeFile(tokenPath(), 'two')
    accepted.token = 'two'
    await world.clock.advance('61s')
    const before = refused(world, 'one')
    world.server.play('W10: +b11')
    world.server.watches[0]?.end()
    await world.pass(() => world.log.includes('+b11'))
    expect(refused(world, 'one')).toBe(before)
  })

  it('FAULT-D1 that stay refused cost a pause each time, and never end the informer', async () => {
    await writeFile(tokenPath(), 'one')
    const accepted = { token: 'two' }
    await using world = await guarded('L10[a5] W10:', accepted)
    await world.play(() => world.watchErrors.length === 5)
    expect(world.clock.monotonic()).toBeGreaterThanOrEqual(12_000)
    expect(world.watchErrors[0]?.cause).toMatchObject({ code: 401 })
    await writeFile(tokenPath(), 'two')
    await world.pass(() => world.cached.length === 1)
  })

  it('FAULT-D2 stay the last good ones while their file is empty, and lose their newline', async () => {
    await writeFile(tokenPath(), '  one\n')
    const accepted = { token: 'one' }
    await using world = await guarded('L10[a5] W10: *10', accepted)
    await world.play(() => world.server.streams === 1)
    await writeFile(tokenPath(), '')
    await world.clock.advance('2m')
    world.server.play('W10: +b11')
    world.server.watches[0]?.end()
    await world.pass(() => world.log.includes('+b11'))
    expect(world.watchErrors).toEqual([])
  })

  it('FAULT-D3 that are too fresh for the server are tried again until they are not', async () => {
    await writeFile(tokenPath(), 'one')
    const accepted = { token: 'not yet' }
    await using world = await guarded('L10[a5] W10:', accepted)
    await world.play(() => world.watchErrors.length >= 2)
    accepted.token = 'one'
    const before = world.lists.length
    await world.pass(() => world.cached.length === 1)
    // The next try, or the one after it when that was under way already.
    expect(world.lists.length - before).toBeLessThanOrEqual(2)
  })

  it('never stand in an error', async () => {
    await writeFile(tokenPath(), 'canary-3f1')
    await using world = await guarded('', { token: 'another' })
    await world.play(() => world.watchErrors.length === 1)
    const [error] = world.watchErrors
    expect(`${error?.stack} ${JSON.stringify(error)} ${String(error?.cause)}`).not.toContain('canary-3f1')
  })
})
