import type { JsonObject } from '../codec/json.ts'

/** A document of OpenAPI 3.0. */
export interface OpenApiDocument {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: JsonObject
  readonly components?: { readonly schemas: JsonObject }
}

/** The built-in schemas of these names, and what they refer to, as `components.schemas` has them. */
export type SchemasFor = (names: Iterable<string>) => JsonObject

/** Documents beside those of the built-in groups: those of custom resources. */
export interface DocumentSource {
  /** The groups' versions that there is a document of now, such as `apis/example.com/v1`. */
  paths(): Iterable<string>
  /** The document of one of these; undefined when it is gone. What it says decides its hash. */
  document(path: string, schemasFor: SchemasFor): OpenApiDocument | undefined
}
