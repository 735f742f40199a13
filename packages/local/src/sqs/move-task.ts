/** A redrive of a dead-letter queue's messages, as it is kept. */
export interface MoveTask {
  readonly handle: string;
  readonly sourceArn: string;
  /** Without it each message goes back to the queue that gave it up. */
  readonly destinationArn?: string | undefined;
  readonly mostPerSecond?: number | undefined;
  readonly status: "RUNNING" | "COMPLETED" | "CANCELLED" | "FAILED";
  readonly moved: number;
  readonly toMove: number;
  readonly failureReason?: string;
  /** ms since the epoch; messages sent later stay. */
  readonly startedAt: number;
}
