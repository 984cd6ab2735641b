import { defineCustomResource } from '@rxkube/controller'
import { z } from 'zod'

/** A resource with everything that a definition can say. */
export const Widget = defineCustomResource({
  group: 'example.com',
  kind: 'Widget',
  shortNames: ['wd'],
  categories: ['all'],
  scope: 'Namespaced',
  versions: [
    {
      name: 'v1beta1',
      deprecated: 'example.com/v1beta1 Widget goes away; use v1',
      spec: z.object({ replicas: z.int32().min(0).default(1) }),
    },
    {
      name: 'v1',
      storage: true,
      description: 'A thing to be made.',
      spec: z
        .object({
          replicas: z.int32().min(0).default(1),
          color: z.enum(['red', 'blue']).default('red'),
          image: z.string().min(1).describe('What it is made of.'),
          maxUnavailable: z.union([z.int(), z.string()]).optional(),
          env: z.record(z.string(), z.string()).optional(),
          ports: z
            .array(z.object({ name: z.string(), port: z.int().min(1).max(65_535) }))
            .optional()
            .meta({ 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'] }),
        })
        .meta({
          'x-kubernetes-validations': [
            { rule: "self.color != 'blue' || self.replicas < 5", message: 'too blue' },
          ],
        }),
      status: z.object({
        replicas: z.int().optional(),
        selector: z.string().optional(),
        ready: z.boolean().optional(),
      }),
      validations: [{ rule: 'size(self.metadata.name) < 20', message: 'the name is too long' }],
      printerColumns: [
        { name: 'Color', type: 'string', jsonPath: '.spec.color' },
        { name: 'Ready', type: 'boolean', jsonPath: '.status.ready', priority: 1 },
      ],
      selectableFields: ['.spec.color'],
      scale: {
        specReplicasPath: '.spec.replicas',
        statusReplicasPath: '.status.replicas',
        labelSelectorPath: '.status.selector',
      },
    },
  ],
})
