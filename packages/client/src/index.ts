export { Client } from './client.ts'
export type { ClientOptions, FromKubeConfigOptions, RawRequest } from './client-options.ts'
export type { PageOptions } from './collections.ts'
export { anonymous, type Credentials } from './credentials/credentials.ts'
export {
  KubeConfigCredentials,
  type KubeConfigCredentialsOptions,
  type KubeConfigSource,
} from './credentials/kube-config-credentials.ts'
export type { ApiResource, ApiResources } from './discovery/api-resource.ts'
export { discover } from './discovery/discover.ts'
export { RESTMapper, type ResourceQuery } from './discovery/rest-mapper.ts'
export { ApiError, type ApiErrorFacts } from './errors/api-error.ts'
export {
  isAlreadyExists,
  isBadRequest,
  isConflict,
  isConnectionLost,
  isConnectionRefused,
  isExpired,
  isForbidden,
  isInternalError,
  isInvalid,
  isMethodNotAllowed,
  isNotAcceptable,
  isNotFound,
  isServerTimeout,
  isServiceUnavailable,
  isTimeout,
  isTooLargeResourceVersion,
  isTooManyRequests,
  isUnauthorized,
  retryAfterSeconds,
} from './errors/classification.ts'
export { errorChain } from './errors/error-chain.ts'
export {
  FrameTooLargeError,
  InvalidListError,
  InvalidPathSegmentError,
  InvalidRequestValueError,
  KubeConfigError,
  NamespaceScopeError,
  NoKindMatchError,
  WatchInterruptedError,
  type InvalidListProblem,
} from './errors/errors.ts'
export { TransportError, type TransportErrorKind } from './errors/transport-error.ts'
export { jsonDecoder, type Decoder, type TypeMeta } from './frames/decoder.ts'
export { LineSplitter } from './frames/line-splitter.ts'
export { listBody, type ListBodyOptions } from './frames/list-body.ts'
export { ListSplitter, type ListEnvelope } from './frames/list-splitter.ts'
export { watchBody, type WatchBodyOptions } from './frames/watch-body.ts'
export type { TlsMaterial } from './http/endpoint.ts'
export { HttpTransport, type HttpTransportOptions } from './http/http-transport.ts'
export { proxyFromEnvironment, type ProxyEnvironment } from './http/proxy.ts'
export { loadKubeConfig, type LoadKubeConfigOptions } from './kube-config/load-kube-config.ts'
export {
  transportFromKubeConfig,
  type KubeConfigTransportOptions,
} from './kube-config/transport-from-kube-config.ts'
export type { ListResult } from './list-result.ts'
export {
  listerWatcherFrom,
  listWatch,
  type ListerWatcherFunctions,
  type ListWatchOptions,
} from './list-watch.ts'
export type { ListerWatcher, ListOptions, ListPart, WatchEvent, WatchStream } from './lister-watcher.ts'
export type {
  ApplyOptions,
  CallOptions,
  CollectionOptions,
  DeleteOptions,
  GetOptions,
  PatchOptions,
  Preconditions,
  WriteOptions,
} from './options.ts'
export { Pager, type PagedList, type PagePart, type PagerCall, type PagerOptions } from './pager.ts'
export type { Impersonation } from './request/impersonation.ts'
export type { ObjectAddress, Query } from './request/path.ts'
export * from './resources.ts'
export {
  defaultBackoff,
  defaultRetry,
  retryOnConflict,
  retryOnError,
  type Backoff,
  type RetryOptions,
} from './retry.ts'
export type { Transport, TransportRequest, TransportResponse } from './transport.ts'
