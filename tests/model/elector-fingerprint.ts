import { hash } from './fingerprint.ts'
import type { ElectorWorld, ProcessModel } from './elector-world.ts'
import type { LeaseModel, LockEffect } from './lease-model.ts'

/** 53 bits of what a world is, whatever its versions are called: only their order matters. */
export function electorFingerprint(world: ElectorWorld): number {
  const { lease, processes } = world
  const versions = new Set<number>()
  if (lease) versions.add(lease.version)
  for (const { elector, request, straggler } of processes) {
    if (elector.observed) versions.add(Number(elector.observed.version))
    for (const version of [versionOf(request?.effect), versionOf(straggler)])
      if (version) versions.add(version)
    const applied = request?.applied
    if (applied?.type === 'succeeded') versions.add(Number(applied.snapshot.version))
  }
  const order = [...versions].toSorted((left, right) => left - right)
  const rank = (version: number | string): number => order.indexOf(Number(version))
  return hash(`${leaseText(lease, rank)}|${processes.map((each) => processText(each, rank)).join('|')}`)
}

type Rank = (version: number | string) => number

function versionOf(effect: LockEffect | undefined): number | undefined {
  return effect?.type === 'update' ? Number(effect.version) : undefined
}

function leaseText(lease: LeaseModel | undefined, rank: Rank): string {
  return lease
    ? `${lease.record.holderIdentity},${lease.record.leaseDurationSeconds},${rank(lease.version)}`
    : ''
}

function processText(process: ProcessModel, rank: Rank): string {
  const { elector, timers, request, straggler, rate, paused, work, stopping, inTerm, acknowledged } = process
  const { observed, settings: _, request: own, ...rest } = elector
  const seen = observed && [
    observed.record.holderIdentity,
    observed.record.leaseDurationSeconds,
    rank(observed.version),
    rank(observed.raw),
    observed.at,
  ]
  const applied = request?.applied
  const answer = applied?.type === 'succeeded' ? rank(applied.snapshot.version) : applied?.failure
  return JSON.stringify([
    rest,
    own,
    seen,
    timers,
    effectText(request?.effect, rank),
    answer,
    request?.age,
    effectText(straggler, rank),
    [rate, paused, work, stopping, inTerm, acknowledged],
  ])
}

function effectText(effect: LockEffect | undefined, rank: Rank): string {
  if (effect === undefined || effect.type === 'get') return effect?.type ?? ''
  const version = effect.type === 'update' ? rank(effect.version) : ''
  return `${effect.type},${effect.record.holderIdentity},${version}`
}
