import type { CustomResourceDefinition, ObjectMeta, Resource } from '@rxkube/meta'
import type { z } from 'zod'
import type { CustomResourceVersionOptions } from './custom-resource-options.ts'

/** An object of a custom resource, as it is read: what has a default is there. */
export type CustomObject<Spec, Status = never> = [Status] extends [never]
  ? { apiVersion?: string; kind?: string; metadata: ObjectMeta; spec: Spec }
  : { apiVersion?: string; kind?: string; metadata: ObjectMeta; spec: Spec; status?: Status }

/** What an object of a custom resource is made of: what has a default may be left out. */
export interface CustomObjectParts<Spec> {
  readonly metadata: ObjectMeta
  readonly spec: Spec
}

/** The objects of one version of a custom resource. */
export type CustomObjectOf<Version> = Version extends { readonly spec: infer Spec extends z.ZodType }
  ? Version extends { readonly status: infer Status extends z.ZodType }
    ? CustomObject<z.output<Spec>, z.output<Status>>
    : CustomObject<z.output<Spec>>
  : never

/** The specs that objects of one version are made of. */
export type SpecInputOf<Version> = Version extends { readonly spec: infer Spec extends z.ZodType }
  ? z.input<Spec>
  : never

/** The version that objects are stored in. */
export type StorageVersionOf<Versions extends readonly CustomResourceVersionOptions[]> =
  Versions extends readonly [infer Only] ? Only : Extract<Versions[number], { readonly storage: true }>

/** One version of a custom resource, to be given wherever a resource is: to a client, a factory, a controller. */
export interface CustomResourceVersion<
  T extends CustomObject<unknown, unknown>,
  SpecInput = unknown,
> extends Resource<T> {
  /**
   * A new object of this version, with defaults as the server would set them. Throws an InvalidCustomResourceError.
   * kube-rs: `new`.
   */
  of(parts: CustomObjectParts<SpecInput>): T
  /**
   * Checks that something is an object of this version and gives it with defaults and without unknown fields, as a
   * server would. Rules in CEL are for servers alone. Throws an InvalidCustomResourceError, which has no values in it.
   */
  parse(object: unknown): T
}

/** A custom resource: as a resource it is its storage version. kube-rs: `CustomResourceExt`. */
export interface CustomResource<
  Versions extends readonly CustomResourceVersionOptions[],
> extends CustomResourceVersion<
  CustomObjectOf<StorageVersionOf<Versions>>,
  SpecInputOf<StorageVersionOf<Versions>>
> {
  /** The manifest. It is frozen. */
  readonly crd: CustomResourceDefinition
  /** The resource in one of its versions. */
  at<Name extends Versions[number]['name']>(
    version: Name,
  ): CustomResourceVersion<
    CustomObjectOf<Extract<Versions[number], { readonly name: Name }>>,
    SpecInputOf<Extract<Versions[number], { readonly name: Name }>>
  >
}

/** The objects of a custom resource: `CustomResourceOf<typeof Widget>`. */
export type CustomResourceOf<R> = R extends Resource<infer T> ? T : never

/** What installing needs of a custom resource. */
export type Installable = Pick<CustomResource<readonly CustomResourceVersionOptions[]>, 'crd'>
