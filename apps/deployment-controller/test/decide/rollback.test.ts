import { deepCopy } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { planRollback, rollbackTo } from '../../src/decide/rollback.ts'
import { deployment, replicaSet, sizes, template } from '../support/objects.ts'

const asked = 'deprecated.deployment.rollback.to'
const revision = 'deployment.kubernetes.io/revision'

const web = deployment({
  image: 'web:2',
  annotations: { [asked]: '1', [revision]: '2', note: 'of 2', only: 'of 2' },
})
const first = replicaSet('first', 0, {
  image: 'web:1',
  annotations: { [revision]: '1', note: 'of 1', ...sizes(1, 2) },
})
const second = replicaSet('second', 1, { created: 1, image: 'web:2', annotations: { [revision]: '2' } })

describe('D-5 a rollback', () => {
  it.each([
    ['1', 1],
    ['0', 0],
    ['first', undefined],
    ['', undefined],
  ])('D-5 to "%s" is read as %s', (text, expected) => {
    expect(rollbackTo(deployment({ annotations: { [asked]: text } }))).toBe(expected)
    expect(rollbackTo(deployment())).toBeUndefined()
  })

  it.each([
    ['a revision', 1],
    ['the last revision', 0],
  ])('D-5 X-5 to %s takes template and annotations of its ReplicaSet', (_, to) => {
    const before = deepCopy(web)
    const rollback = planRollback(web, [first, second], to)
    expect(rollback.deployment.spec.template).toEqual(template('web:1'))
    expect(rollback.deployment.metadata.annotations).toEqual({ [revision]: '2', note: 'of 1' })
    expect(rollback).toMatchObject({
      type: 'Normal',
      reason: 'DeploymentRollback',
      message: 'Rolled back deployment "web" to revision 1',
    })
    expect(web).toEqual(before)
  })

  it.each([
    [
      'to the revision that is there',
      2,
      'DeploymentRollbackTemplateUnchanged',
      'The rollback revision contains the same template as current deployment "web"',
    ],
    [
      'to one that is not kept',
      7,
      'DeploymentRollbackRevisionNotFound',
      'Unable to find the revision to rollback to.',
    ],
  ])('D-5 %s only takes the request away', (_, to, reason, message) => {
    const rollback = planRollback(web, [first, second], to)
    expect(rollback).toMatchObject({ type: 'Warning', reason, message })
    expect(rollback.deployment.spec).toEqual(web.spec)
    expect(rollback.deployment.metadata.annotations).toEqual({
      [revision]: '2',
      note: 'of 2',
      only: 'of 2',
    })
  })

  it('D-5 to the last revision, where there is only one, only takes the request away', () => {
    expect(planRollback(web, [second], 0)).toMatchObject({
      type: 'Warning',
      reason: 'DeploymentRollbackRevisionNotFound',
      message: 'Unable to find last revision.',
    })
  })
})
