import type { Event } from '@rxkube/meta'
import { tupleKey } from './tuple-key.ts'

/** What makes two events similar: they go together in one aggregate under `aggregateKey`, in which `localKey` tells them apart. */
export interface AggregateKey {
  readonly aggregateKey: string
  readonly localKey: string
}

/** What makes two events the same: they are counted. client-go: `getEventKey`, which joins without a separator. */
export function eventKey({ source, involvedObject: object, type, reason, message }: Event): string {
  return tupleKey(
    source?.component,
    source?.host,
    object.kind,
    object.namespace,
    object.name,
    object.fieldPath,
    object.uid,
    object.apiVersion,
    type,
    reason,
    message,
  )
}

/**
 * Events that differ by their message alone, or by the part of the object, are similar. The default `keyFunc`.
 * client-go: `EventAggregatorByReasonFunc`.
 */
export function aggregateByReason(event: Event): AggregateKey {
  const { source, involvedObject: object, type, reason, message = '' } = event
  const aggregateKey = tupleKey(
    source?.component,
    source?.host,
    object.kind,
    object.namespace,
    object.name,
    object.uid,
    object.apiVersion,
    type,
    reason,
    event.reportingComponent,
    event.reportingInstance,
  )
  return { aggregateKey, localKey: message }
}

/** The message of an aggregate. The default `messageFunc`. client-go: `EventAggregatorByReasonMessageFunc`. */
export function aggregateMessage({ message = '' }: Event): string {
  return `(combined from similar events): ${message}`
}

/**
 * All events of one type from one source about one object share a budget, whatever their reason. The default
 * `spamKeyFunc`. client-go: `getSpamKey`.
 */
export function spamKey({ source, involvedObject: object, type }: Event): string {
  return tupleKey(
    source?.component,
    source?.host,
    object.kind,
    object.namespace,
    object.name,
    object.uid,
    object.apiVersion,
    type,
  )
}

/**
 * A `spamKeyFunc` that gives each reason a budget of its own, so that a frequent event does not keep a rare one of the
 * same object from being told.
 */
export function spamKeyByReason(event: Event): string {
  return tupleKey(spamKey(event), event.reason)
}
