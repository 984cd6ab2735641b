import type { Clock, Random } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import type { Decoder } from './frames/decoder.ts'
import type { KubeConfigTransportOptions } from './kube-config/transport-from-kube-config.ts'
import type { CallOptions } from './options.ts'
import type { Impersonation } from './request/impersonation.ts'
import type { Query } from './request/path.ts'
import type { Transport, TransportRequest } from './transport.ts'

/** How a client is made. */
export interface ClientOptions {
  readonly transport: Transport
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
  readonly userAgent?: string | undefined
  /** Requests a second over time; 5 unless told, -1 or Infinity for no limit. Watches are not counted. */
  readonly qps?: number | undefined
  /** Requests at once; 10 unless told. */
  readonly burst?: number | undefined
  /** Owner of the fields that this client writes; the server derives one from the user agent unless told. */
  readonly fieldManager?: string | undefined
  readonly impersonate?: Impersonation | undefined
  /** What the server warns of, each text once. Also on the diagnostics channel `rxkube.client.warning`. */
  readonly onWarning?: ((text: string) => void) | undefined
  /** Largest object or watch event, in bytes of JSON; 16 MiB unless told. */
  readonly maxFrameBytes?: number | undefined
  /**
   * Makes the objects of lists and watches of their bytes; `jsonDecoder` unless told. A list or watch may have its own.
   * Bookmarks and ERROR events, and the answers to single calls, are read as JSON whatever it is.
   */
  readonly decoder?: Decoder<KubernetesObject> | undefined
}

/** How a client is made from a kubeconfig. */
export type FromKubeConfigOptions = Omit<ClientOptions, 'transport'> &
  KubeConfigTransportOptions & {
    /** Makes of the transport to the cluster the one that is used, to count or to record. client-go: `rest.Config.Wrap`. */
    readonly wrapTransport?: ((transport: Transport) => Transport) | undefined
  }

/** A request to any path. */
export interface RawRequest extends CallOptions {
  readonly method?: TransportRequest['method']
  /** With a leading slash, without query: `/healthz`. */
  readonly path: string
  readonly query?: Query
  /** Sent as JSON. */
  readonly body?: unknown
  readonly contentType?: string
  readonly accept?: string
}
