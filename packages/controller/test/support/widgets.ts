import type { Client } from '@rxkube/client'
import {
  CustomResourceDefinition,
  defineResource,
  type KubernetesObject,
  type ObjectMeta,
} from '@rxkube/meta'

/** A custom resource of which nothing is said but its metadata. */
export interface Widget extends KubernetesObject {
  metadata: ObjectMeta
  spec?: { size?: number }
}

/** Where widgets are. */
export const Widget = defineResource<Widget>({
  group: 'example.com',
  version: 'v1',
  kind: 'Widget',
  resource: 'widgets',
  namespaced: true,
})

/** Makes a server know widgets. */
export async function installWidgets(client: Client): Promise<void> {
  const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } }
  await client.create(CustomResourceDefinition, {
    metadata: { name: 'widgets.example.com' },
    spec: {
      group: 'example.com',
      names: { kind: 'Widget', plural: 'widgets', singular: 'widget', listKind: 'WidgetList' },
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, storage: true, schema }],
    },
  })
}

/** A widget of namespace `default`. */
export function widget(name: string, metadata: Partial<ObjectMeta> = {}): Widget {
  return { metadata: { name, namespace: 'default', ...metadata } }
}
