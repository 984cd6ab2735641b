import type { Cached, KubernetesObject } from '@rxkube/meta'
import { summaryOf } from './summary.ts'

/** What is known when waiting for a condition ends without it. */
export interface ConditionNotMetFacts<T extends KubernetesObject> {
  /** The object that was waited for: `default/web-0`. */
  readonly key: string
  /** What was waited for, in words. */
  readonly condition: string
  /** Whether anything was ever known of the object: that it was there, or that it was not. */
  readonly wasSeen: boolean
  readonly lastSeen: Cached<T> | undefined
  /** Milliseconds. */
  readonly waited: number
  /** Why no more is waited. */
  readonly reason: 'timeout' | 'ended' | 'failed'
  /** What went wrong last with the source, or in the condition. */
  readonly cause?: unknown
}

const reasons = {
  timeout: 'the time is over',
  ended: 'its source has ended',
  failed: 'its source, or the condition itself, has failed',
}

/** Thrown by `awaitCondition` when the condition did not come true: says what was seen last. */
export class ConditionNotMetError<T extends KubernetesObject = KubernetesObject> extends Error {
  override readonly name = 'ConditionNotMetError'
  readonly key: string
  readonly condition: string
  readonly reason: ConditionNotMetFacts<T>['reason']
  readonly wasSeen: boolean
  /** The object as it was last; undefined when it was not there, or when nothing was seen. */
  readonly lastSeen: Cached<T> | undefined

  constructor({ key, condition, wasSeen, lastSeen, waited, reason, cause }: ConditionNotMetFacts<T>) {
    const seen = wasSeen
      ? `last seen: ${summaryOf(lastSeen)}`
      : 'nothing was seen of it: the source has not synced'
    const why = cause === undefined ? '' : ` (${cause instanceof Error ? cause.message : typeof cause})`
    super(
      `waited ${waited / 1000} s until "${key}" ${condition}, in vain, ${reasons[reason]}${why}; ${seen}`,
      cause === undefined ? undefined : { cause },
    )
    this.key = key
    this.condition = condition
    this.reason = reason
    this.wasSeen = wasSeen
    this.lastSeen = lastSeen
  }
}
