/** Something that is wrong, in one line. */
export type Fault = string;

/** One workflow as its clients know it. Times are real ms since the epoch. */
export interface Workflow {
  /** When `PutEvents` was answered. */
  readonly putAt: number;
  /** Executions that asked for a token; more than one where the bus delivered the event again. */
  readonly executions: Set<string>;
  /** When its token was returned first, whether that was answered or not. */
  tokenReturnedAt?: number;
  /** How many calls have returned a token of it, answered or not. */
  tokenReturns: number;
  /** When the last event of an execution was off the queue; unknown where a kill cut off that answer. */
  readonly settledAt: Map<string, number>;
  /** How often its last event was received as a message of its own. */
  doneMessages: number;
}

/** What was acknowledged to the clients, and what they have seen since. */
export class Book {
  readonly workflows = new Map<string, Workflow>();
  /** Messages whose deletion was acknowledged. */
  readonly deleted = new Set<string>();
  /** The highest receive count told of each message. */
  readonly received = new Map<string, number>();
  readonly faults: Fault[] = [];
  readonly kills: number[] = [];

  /** The workflow of an order; one that was put while a kill was under way may be news. */
  of(order: string): Workflow {
    const known = this.workflows.get(order);
    if (known !== undefined) return known;
    const workflow: Workflow = {
      putAt: Date.now(),
      executions: new Set(),
      tokenReturns: 0,
      settledAt: new Map(),
      doneMessages: 0,
    };
    this.workflows.set(order, workflow);
    return workflow;
  }

  open(): number {
    let open = 0;
    for (const { doneMessages } of this.workflows.values()) if (doneMessages === 0) open += 1;
    return open;
  }

  /** What a message tells of its queue: it was not deleted before, and its count never falls. */
  take(queue: string, id: string, receiveCount: number): void {
    if (this.deleted.has(id)) this.faults.push(`${queue}: a deleted message came back: ${id}`);
    const before = this.received.get(id) ?? 0;
    if (receiveCount <= before) {
      this.faults.push(`${queue}: the receive count of ${id} went from ${before} to ${receiveCount}`);
    }
    this.received.set(id, receiveCount);
  }

  /** How many kills came from one time to another. */
  killsWithin(from: number, until: number): number {
    return this.kills.filter((kill) => kill >= from && kill <= until).length;
  }

  /** The last kill before that time. */
  killBefore(time: number): number | undefined {
    return this.kills.findLast((kill) => kill <= time);
  }
}
