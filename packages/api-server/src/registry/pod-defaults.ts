import { asArray, asObject, asString, isObject, type JsonObject } from '../codec/json.ts'
import { fill, inside } from './fill.ts'

/** The defaults of a pod's spec that a pod and a pod template share. */
export function podSpecDefaults(spec: JsonObject): void {
  fill(spec, {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
  })
  if (asString(spec['serviceAccountName']) !== '') spec['serviceAccount'] = spec['serviceAccountName']
  else if (asString(spec['serviceAccount']) !== '') spec['serviceAccountName'] = spec['serviceAccount']
  for (const list of [spec['initContainers'], spec['containers'], spec['ephemeralContainers']]) {
    for (const container of asArray(list)) {
      if (isObject(container)) containerDefaults(container, spec['hostNetwork'] === true)
    }
  }
  for (const volume of asArray(spec['volumes'])) if (isObject(volume)) volumeDefaults(volume)
}

export function podTemplateDefaults(template: JsonObject): void {
  podSpecDefaults(inside(template, 'spec'))
}

/** Pods only: a request that is not given is the limit. */
export function copyLimitsToRequests(spec: JsonObject): void {
  for (const list of [spec['initContainers'], spec['containers']]) {
    for (const container of asArray(list)) {
      const resources = asObject(asObject(container)['resources'])
      const limits = asObject(resources['limits'])
      if (Object.keys(limits).length > 0) fill(inside(resources, 'requests'), limits)
    }
  }
}

export function claimDefaults(claim: JsonObject): void {
  fill(inside(claim, 'spec'), { volumeMode: 'Filesystem' })
}

function containerDefaults(container: JsonObject, hostNetwork: boolean): void {
  fill(container, {
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: pullPolicy(asString(container['image'])),
  })
  for (const port of asArray(container['ports'])) {
    if (!isObject(port)) continue
    fill(port, { protocol: 'TCP' })
    if (hostNetwork) fill(port, { hostPort: port['containerPort'] })
  }
  for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    const probe = container[name]
    if (isObject(probe)) probeDefaults(probe)
  }
  for (const hook of ['postStart', 'preStop']) {
    const get = asObject(asObject(container['lifecycle'])[hook])['httpGet']
    if (isObject(get)) fill(get, { path: '/', scheme: 'HTTP' })
  }
  for (const variable of asArray(container['env'])) {
    const field = asObject(asObject(variable)['valueFrom'])['fieldRef']
    if (isObject(field)) fill(field, { apiVersion: 'v1' })
  }
}

function probeDefaults(probe: JsonObject): void {
  fill(probe, { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 })
  if (isObject(probe['httpGet'])) fill(probe['httpGet'], { path: '/', scheme: 'HTTP' })
  if (isObject(probe['grpc'])) fill(probe['grpc'], { service: '' })
}

function pullPolicy(image: string): string {
  const name = image.slice(image.lastIndexOf('/') + 1)
  if (name.includes('@')) return 'IfNotPresent'
  const [, tag = 'latest'] = name.split(':')
  return tag === 'latest' ? 'Always' : 'IfNotPresent'
}

function volumeDefaults(volume: JsonObject): void {
  if (Object.keys(volume).every((key) => key === 'name')) volume['emptyDir'] = {}
  for (const source of ['configMap', 'secret', 'projected', 'downwardAPI']) {
    const found = volume[source]
    if (isObject(found)) fill(found, { defaultMode: 420 })
  }
  if (isObject(volume['hostPath'])) fill(volume['hostPath'], { type: '' })
  for (const source of asArray(asObject(volume['projected'])['sources'])) {
    const token = asObject(source)['serviceAccountToken']
    if (isObject(token)) fill(token, { expirationSeconds: 3600 })
    for (const item of asArray(asObject(asObject(source)['downwardAPI'])['items'])) fieldVersion(item)
  }
  for (const item of asArray(asObject(volume['downwardAPI'])['items'])) fieldVersion(item)
}

function fieldVersion(item: unknown): void {
  const field = asObject(item)['fieldRef']
  if (isObject(field)) fill(field, { apiVersion: 'v1' })
}
