import { expect, it } from 'vitest'
import { recorded } from './kubectl/recorded.ts'
import type { Scene } from './kubectl/scene.ts'
import { custom } from './kubectl/scenes-custom.ts'
import { deletes } from './kubectl/scenes-deletes.ts'
import { reads } from './kubectl/scenes-reads.ts'
import { versionScenes } from './kubectl/scenes-versions.ts'
import { writes } from './kubectl/scenes-writes.ts'

const versions = [29, 30, 31, 32, 33].map((minor) => versionScenes(minor))
const scenes = new Map<string, Scene>(
  [reads, writes, deletes, custom, ...versions].flatMap((each) => Object.entries(each)),
)

it('every command of kubectl that was recorded has a scene', () => {
  expect([...scenes.keys()].toSorted()).toEqual([...recorded.keys()].toSorted())
})

it('few commands are compared with something else than their recording, each for a reason', () => {
  const instead = [...scenes].filter(([, scene]) => scene.instead !== undefined)
  expect(instead.map(([id]) => id)).toEqual(['81-exec', 'c7-attach', 'c8-portforward', '64b-drain-pdb'])
})

it('few scenes are not what was there when the command was recorded, each for a reason', () => {
  const inexact = [...scenes].filter(([, scene]) => scene.inexact !== undefined)
  expect(inexact.map(([id]) => id)).toEqual(['77-events', '78-events-for', '79-get-events'])
})
