import { defineCustomResource, type CustomResourceOf } from '@rxkube/controller'
import { z } from 'zod'

/** What users ask for. This one definition is the CRD, the types and the resource that clients and controllers take. */
export const Website = defineCustomResource({
  group: 'example.com',
  kind: 'Website',
  scope: 'Namespaced',
  versions: [
    {
      name: 'v1',
      spec: z.object({
        html: z.string().max(100_000).describe('The page.'),
        replicas: z.int32().min(0).max(100).default(1),
      }),
      status: z.object({ observedGeneration: z.int(), readyReplicas: z.int32() }),
      printerColumns: [
        { name: 'Replicas', type: 'integer', jsonPath: '.spec.replicas' },
        { name: 'Ready', type: 'integer', jsonPath: '.status.readyReplicas' },
      ],
    },
  ],
})
export type Website = CustomResourceOf<typeof Website>
