import type { z } from 'zod'
import type { ValidationRule } from './structural-schema.ts'

/** A column of `kubectl get`. kubebuilder and kube-rs: `printcolumn`. */
export interface PrinterColumn {
  readonly name: string
  readonly type: 'boolean' | 'date' | 'integer' | 'number' | 'string'
  /** Such as `.spec.replicas`. */
  readonly jsonPath: string
  readonly format?: string
  readonly description?: string
  /** 0 is always shown, more only with `-o wide`. */
  readonly priority?: number
}

/** Where `kubectl scale` and autoscalers find replicas, in the API's words. */
export interface ScalePaths {
  /** Such as `.spec.replicas`. */
  readonly specReplicasPath: string
  readonly statusReplicasPath: string
  /** Where the selector is, as text; autoscalers need it. */
  readonly labelSelectorPath?: string
}

/** A version of a custom resource. */
export interface CustomResourceVersionOptions {
  /** `v1`, `v1beta1`, … */
  readonly name: string
  /** Whether requests of this version are answered; true unless told. kubebuilder: `unservedversion` is false. */
  readonly served?: boolean
  /** Whether objects are stored in this version: of exactly one. Need not be said of an only one. */
  readonly storage?: boolean
  /** An object, or a union of objects. */
  readonly spec: z.ZodType
  /** Gives the resource a `status` that is written apart from the rest. */
  readonly status?: z.ZodType
  readonly description?: string
  /** Rules in CEL of the whole object, such as on `self.metadata.name`. */
  readonly validations?: readonly ValidationRule[]
  readonly printerColumns?: readonly PrinterColumn[]
  /** Fields that field selectors may choose by: `.spec.color`. */
  readonly selectableFields?: readonly string[]
  readonly scale?: ScalePaths
  /** Warns whoever uses this version: in the server's words, or in these. */
  readonly deprecated?: boolean | string
}

/** What a custom resource is called and has. */
export interface CustomResourceOptions<Versions extends readonly CustomResourceVersionOptions[]> {
  /** A domain of yours. */
  readonly group: string
  readonly kind: string
  /** As in URLs; the kind in small letters and plural unless told. */
  readonly plural?: string
  readonly singular?: string
  readonly shortNames?: readonly string[]
  /** Such as `all`: who asks for the category gets these objects too. */
  readonly categories?: readonly string[]
  readonly scope: 'Namespaced' | 'Cluster'
  readonly versions: Versions
  /** How versions are made of each other by a webhook; unless told, only `apiVersion` differs. */
  readonly conversion?: WebhookConversion
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
}

/** The webhook that converts objects between versions, in the API's words. */
export interface WebhookConversion {
  readonly strategy: 'Webhook'
  readonly webhook: {
    readonly conversionReviewVersions: readonly string[]
    readonly clientConfig: {
      readonly url?: string
      readonly caBundle?: string
      readonly service?: {
        readonly name: string
        readonly namespace: string
        readonly path?: string
        readonly port?: number
      }
    }
  }
}
