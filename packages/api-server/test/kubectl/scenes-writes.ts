import { budget, budgetManifest, deployments, pod, replicaSet, web, webManifest } from './objects.ts'
import type { Scene } from './scene.ts'

const manifest = (image: string, replicas?: number) => ({ 'run/d.yaml': webManifest(image, replicas) })
const running = { objects: [web('nginx:1.25', { serverSide: true })] }
const revisions = [
  web('nginx:1.30', { revision: '2', applied: 'nginx:1.25', serverSide: true, replicas: 3 }),
  replicaSet('nginx:1.25', 0, '1'),
  replicaSet('nginx:1.30', 3, '2'),
]
const budgets = '/apis/policy/v1/namespaces/default/poddisruptionbudgets'
const applied = {
  at: `${budgets}?fieldManager=kubectl`,
  object: budgetManifest,
}

/** What a cluster held when commands that write were recorded. */
export const writes: Readonly<Record<string, Scene>> = {
  '04-apply-create': { objects: [web('nginx:1.27')], files: manifest('nginx:1.25') },
  '05-apply-update': { objects: [web('nginx:1.25')], files: manifest('nginx:1.26') },
  '05b-apply-unchanged': { objects: [web('nginx:1.26')], files: manifest('nginx:1.26') },
  '20-apply-ssa-create': { files: { 'run/pdb.yaml': budgetManifest } },
  '21-apply-ssa-again': { objects: [applied], files: { 'run/pdb.yaml': budgetManifest } },
  '22-apply-ssa-takeover': {
    objects: [web('nginx:1.25')],
    files: manifest('nginx:1.25'),
    // The deployment controller wrote its status between two requests of kubectl.
    meddle: (api) => {
      let written = false
      return ({ path }) => {
        if (written || !path.includes('fieldManager=kubectl-last-applied')) return undefined
        written = true
        return api.merge(`${deployments}/web/status`, { status: { unavailableReplicas: 1 } })
      }
    },
  },
  '23-apply-dryrun-server': { ...running, files: manifest('nginx:1.25') },
  '24-diff': { ...running, files: manifest('nginx:1.25') },
  '25-diff3': {
    objects: [web('nginx:1.25', { serverSide: true, generation: 2 })],
    files: { 'run/d3.yaml': webManifest('nginx:1.25', 3) },
  },
  '26-create': { ...running, files: manifest('nginx:1.25') },
  '27-create-imperative': {},
  '28-create-cm': {},
  '29-create-ns': {},
  '30-run': {},
  '31-expose': running,
  '32-autoscale': { ...running, holds: { to: 32 } },
  '33-scale': running,
  '34-scale-cond': { objects: [web('nginx:1.25', { replicas: 3, serverSide: true })] },
  '35-set-image': running,
  '36-rollout-history': { objects: revisions },
  '37-rollout-history-rev': { objects: revisions, holds: { from: 30 } },
  '38-rollout-undo': { objects: revisions },
  '39-rollout-restart': running,
  '40-rollout-pause': running,
  '41-rollout-resume': { objects: [paused()] },
  '42-label': running,
  '43-annotate': running,
  '44-label-remove': { objects: [web('nginx:1.25', { labels: { x: 'y' } })] },
  '45-patch': running,
  '46-patch-json': { objects: [web('nginx:1.25', { minReadySeconds: 1 })] },
  '47-patch-status': running,
  '48-edit': {
    objects: [web('nginx:1.25', { serverSide: true, revision: '4', annotations: { x: 'y' } })],
    files: { 'edit.sh': '#!/bin/sh\nexec sed -i s/nginx:1.25/nginx:1.26/ "$1"\n' },
    env: { KUBE_EDITOR: './edit.sh' },
  },
  '49-wait': running,
  '50-wait-delete': {},
  '51-wait-jsonpath': { objects: [pod('p1', 'node-a')] },
  '98-replace': { ...running, files: manifest('nginx:1.25') },
  '99-replace-force': { objects: [budget()], files: { 'run/pdb.yaml': budgetManifest } },
  'b7-undo-torev': { objects: [web('nginx:1.25'), replicaSet('nginx:1.25', 2, '1')] },
  'b8-create-job': {},
  'c0-prune': { objects: [web('nginx:1.25')], files: manifest('nginx:1.25') },
  'c1-create-generate': { stdin: generated() },
  'c2-apply-generate': { stdin: generated() },
  'c3-apply-badfield': {
    stdin: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'bf' }, dataa: { a: 'b' } },
  },
  'c4-apply-no-ns': {
    files: {
      'run/d.yaml': { ...webManifest('nginx:1.25'), metadata: { name: 'web', labels: { app: 'web' } } },
    },
  },
  'c9-create-quota': {},
  'd0-set-env': running,
  'd1-set-resources': running,
}

function generated() {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { generateName: 'gg-' } }
}

function paused() {
  const { object, ...rest } = web('nginx:1.25', { serverSide: true })
  return { ...rest, object: { ...object, spec: { ...object.spec, paused: true } } }
}
