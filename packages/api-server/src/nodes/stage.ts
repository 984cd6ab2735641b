import type { KubernetesObject } from '@rxkube/meta'

/** What a rule's function is told of the object that the rule is played on. */
export interface StageContext {
  /** The object as it is stored; it must not be changed. */
  readonly object: KubernetesObject & Readonly<Record<string, unknown>>
  /** The time as metadata has it: RFC 3339 with whole seconds. */
  readonly now: string
  /** The address of the pod's node, or of the node itself; empty for other kinds. */
  readonly nodeIP: string
  /** The address of the pod: its own, or one of its node's range that is its own from now on. */
  podIP(): string
}

/** JSON for a patch. Text in it may hold `{{ Now }}`, `{{ NodeIP }}`, `{{ PodIP }}` or a path like `{{ .metadata.name }}`. */
export type StageTemplate =
  | Readonly<Record<string, unknown>>
  | readonly unknown[]
  | ((context: StageContext) => Readonly<Record<string, unknown>> | readonly unknown[])

/** One condition of a selector: what a path finds, compared as text. */
export interface StageMatchExpression {
  /** A path as in jq, such as `.status.phase` or `.status.conditions.[] | select( .type == "Ready" ) | .status`. */
  readonly key: string
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
  readonly values?: readonly string[] | undefined
}

/** A value read from the object; text is read as a Go duration or a number, a time as the time until then. */
export interface StageExpressionFrom {
  readonly expressionFrom: string
}

/** How long a rule waits. A delay is drawn evenly between duration and jitter; a smaller jitter replaces the duration. */
export interface StageDelay {
  readonly durationMilliseconds?: number | undefined
  readonly durationFrom?: StageExpressionFrom | ((object: KubernetesObject) => number | undefined) | undefined
  readonly jitterDurationMilliseconds?: number | undefined
  readonly jitterDurationFrom?: StageExpressionFrom | undefined
}

/** A patch of the object itself or of one of its subresources. */
export interface StagePatch {
  /** Only `status` or, by default, none. */
  readonly subresource?: 'status' | '' | undefined
  /** Where in the object the template belongs: `status`, say. */
  readonly root?: string | undefined
  readonly template: StageTemplate
  /** Default `strategic` for built-in kinds, else `merge`. */
  readonly type?: 'json' | 'merge' | 'strategic' | undefined
}

/** What a rule does, in this order: event, finalizers, status and patches, deletion. */
export interface StageNext {
  readonly event?: { readonly type?: string; readonly reason?: string; readonly message?: string } | undefined
  readonly finalizers?:
    | {
        readonly add?: readonly { readonly value: string }[]
        readonly remove?: readonly { readonly value: string }[]
        readonly empty?: boolean
      }
    | undefined
  /** Deletes the object; a pod without any more grace, as a kubelet does when its containers have ended. */
  readonly delete?: boolean | undefined
  /** What becomes of the status: a patch of it. Upstream takes a Go template here. */
  readonly statusTemplate?: StageTemplate | undefined
  readonly patches?: readonly StagePatch[] | undefined
}

/** A rule of how objects live on when nobody runs them: which objects, after what delay, to what. Upstream: kwok's Stage. */
export interface Stage {
  readonly apiVersion?: string | undefined
  readonly kind?: 'Stage' | undefined
  readonly metadata: { readonly name: string }
  readonly spec: {
    readonly resourceRef: { readonly apiGroup?: string | undefined; readonly kind: string }
    readonly selector?:
      | {
          readonly matchLabels?: Readonly<Record<string, string>> | undefined
          readonly matchAnnotations?: Readonly<Record<string, string>> | undefined
          readonly matchExpressions?: readonly StageMatchExpression[] | undefined
        }
      | undefined
    /** Of several rules that fit, one is drawn by weight. Default 0; when all are 0, each is as likely. */
    readonly weight?: number | undefined
    readonly weightFrom?: StageExpressionFrom | undefined
    readonly delay?: StageDelay | undefined
    readonly next: StageNext
    /** Looks for the next rule although this one changed nothing. */
    readonly immediateNextStage?: boolean | undefined
  }
}

/** Thrown for a Stage that this server cannot play. */
export class InvalidStageError extends Error {
  override readonly name = 'InvalidStageError'
  /** The name of the Stage. */
  readonly stage: string

  constructor(stage: string, why: string) {
    super(`stage "${stage}" cannot be played: ${why}`)
    this.stage = stage
  }
}
