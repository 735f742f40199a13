import { AppError } from "@serverlesspresso/contracts/error";
import type { Ticket } from "@serverlesspresso/contracts/order";
import { moves } from "@serverlesspresso/contracts/order-state";
import type { Api, Commanded } from "./api";
import { newIdempotencyKey } from "./idempotency-key";
import type { BarCommand, KeptCommand, KeptCommands } from "./kept-commands";
import { isPassing, NetworkError } from "./network-error";

const firstRetryMs = 500;
const longestRetryMs = 5_000;
/** A shop that answers that something is wrong with it is asked so often; one that does not answer, for ever. */
const longestTries = 5;
/** What another tab of this person should have sent so long ago is sent by this one: that tab may be closed. */
const orphanedMs = 30_000;

/** What makes no sense once an earlier command of the same order was refused: it was tapped in the belief that it held. */
const steps: readonly BarCommand[] = ["make", "unmake", "complete", "recall"];

/** Why a command was not carried out: branch on `code`, or unanswered after all tries. */
export interface RefusedCommand {
  kept: KeptCommand;
  refusal: AppError | NetworkError;
  /** Long after the tap, when the connection came back: nobody may be looking. */
  late: boolean;
}

/** What a barista has done and the server has not answered, and what it has refused. */
export interface Outbox {
  commands: readonly KeptCommand[];
  refused: readonly RefusedCommand[];
}

interface Ports {
  commandOrder: Api["commandOrder"];
  /** Whose taps they are: nobody else who signs in here sends them. */
  by: KeptCommand["by"];
  kept: KeptCommands;
  /** The order as the server has it, with an acknowledgement or a refusal. */
  onOrder(order: Commanded): void;
  onRefused(refused: RefusedCommand): void;
}

/**
 * Sends a barista's commands, each until the server has answered it, those of one order in the order of the
 * taps; after a lost connection all of them, one after the other. They are stored first with their keys, so
 * that lost answers and reloads end as one command.
 */
export class CommandOutbox {
  readonly #listeners = new Set<() => void>();
  #current: Outbox;
  #running = false;
  /** Keys that this tab sends: its own taps, what was kept when it began, and what a closed tab has left. */
  readonly #ours: Set<string>;
  /** What is on its way, by key. A later attempt takes the place of an earlier one. */
  readonly #sending = new Map<string, symbol>();
  readonly #tries = new Map<string, number>();
  #failures = 0;
  #oneByOne = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly ports: Ports) {
    this.#current = { commands: ports.kept.all(), refused: [] };
    this.#ours = new Set(this.#current.commands.map(({ key }) => key));
  }

  readonly current = (): Outbox => this.#current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Goes on with what was kept, for example over a reload. */
  start(): void {
    this.#running = true;
    this.nudge();
  }

  /** Stops trying; what is kept is sent by the next start. */
  stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
  }

  /** Keeps a command and sends it, after `holdMs` in which it can be taken back. */
  place(ticket: Ticket, command: BarCommand, options: { reason?: string; holdMs?: number } = {}): void {
    const { by, kept } = this.ports;
    const before = kept.all();
    const now = Date.now();
    const placed: KeptCommand = {
      key: newIdempotencyKey(),
      command,
      ticket,
      reason: options.reason,
      by,
      placedAt: Math.max(now, (before.at(-1)?.placedAt ?? 0) + 1),
      heldUntil: now + (options.holdMs ?? 0),
      upToVersion: ticket.version + before.filter((each) => each.ticket.id === ticket.id).length,
    };
    this.#ours.add(placed.key);
    kept.add(placed);
    this.look();
  }

  /** Forgets a command that is still held; false if it has been sent. */
  takeBack(key: string): boolean {
    const held = this.#current.commands.find((each) => each.key === key);
    if (!held || held.heldUntil <= Date.now()) return false;
    this.#forget(key);
    return true;
  }

  /** Sends all that is kept at once, also what could still be taken back: whoever tapped is leaving. */
  hurry(): void {
    for (const each of this.ports.kept.all()) this.ports.kept.add({ ...each, heldUntil: 0 });
    this.#read();
    this.nudge();
  }

  /** Forgets a refusal that has been read. */
  dismiss(key: string): void {
    const refused = this.#current.refused.filter(({ kept }) => kept.key !== key);
    this.#change({ ...this.#current, refused });
  }

  /** Tries now: the network came back. What was sent before may never be answered. */
  nudge(): void {
    this.#sending.clear();
    this.#pump();
  }

  /** Reads what is kept: another tab of this person may have kept or settled something. */
  look(): void {
    this.#read();
    this.#pump();
  }

  #read(): void {
    this.#change({ ...this.#current, commands: this.ports.kept.all() });
  }

  /** When this tab sends a command: device time in ms. */
  #dueAt({ key, heldUntil }: KeptCommand): number {
    return this.#ours.has(key) ? heldUntil : heldUntil + orphanedMs;
  }

  #pump(): void {
    clearTimeout(this.#timer);
    if (!this.#running) return;
    const now = Date.now();
    const later = this.#current.commands.map((kept) => this.#dueAt(kept)).filter((dueAt) => dueAt > now);
    if (later.length > 0) this.#wake(Math.min(...later) - now);
    const due = this.#current.commands.filter((kept) => this.#dueAt(kept) <= now);
    if (due.length === 0) this.#oneByOne = false;
    const taken = new Set<string>();
    for (const kept of due) {
      const inItsTurn = this.#oneByOne ? taken.size === 0 : !taken.has(kept.ticket.id);
      taken.add(kept.ticket.id);
      if (inItsTurn && !this.#sending.has(kept.key)) void this.#send(kept);
    }
  }

  async #send(kept: KeptCommand): Promise<void> {
    // Another tab may have taken it back.
    if (!this.ports.kept.has(kept.key)) return this.#forget(kept.key);
    const { ticket, command, key, reason } = kept;
    const attempt = Symbol(key);
    this.#sending.set(key, attempt);
    try {
      this.#carriedOut(kept, await this.ports.commandOrder(ticket.id, command, key, reason));
    } catch (error) {
      // An attempt that another has replaced says nothing.
      if (this.#sending.get(key) !== attempt) return;
      this.#sending.delete(key);
      this.#failed(kept, error);
    }
  }

  #carriedOut({ key }: KeptCommand, order: Commanded): void {
    this.#failures = 0;
    this.ports.onOrder(order);
    this.#sending.delete(key);
    this.#forget(key);
    this.#pump();
  }

  #failed(kept: KeptCommand, error: unknown): void {
    const tries = (this.#tries.get(kept.key) ?? 0) + 1;
    this.#tries.set(kept.key, tries);
    const goesOn = error instanceof NetworkError || (isPassing(error) && tries < longestTries);
    // Somebody whose sign-in has ended signs in again, and it is sent then.
    const signedOut = error instanceof AppError && error.code === "unauthenticated";
    if (goesOn || signedOut) {
      this.#oneByOne = true;
      this.#wake(Math.min(firstRetryMs * 2 ** this.#failures, longestRetryMs));
      this.#failures += 1;
      return;
    }
    this.#failures = 0;
    this.#refuse({ kept, refusal: refusalOf(error), late: this.#oneByOne });
    this.#pump();
  }

  #refuse(refused: RefusedCommand): void {
    const { kept, refusal } = refused;
    if (refusal instanceof AppError && refusal.order) this.ports.onOrder(refusal.order);
    if (!isAsWanted(refused)) {
      this.#current = { ...this.#current, refused: [...this.#current.refused, refused] };
    }
    this.#forget(kept.key);
    if (refusal instanceof AppError && refusal.code === "order_conflict") this.#forgetStepsAfter(kept);
    this.ports.onRefused(refused);
  }

  /** The order stands otherwise than whoever tapped further believed: a drink that a colleague makes is not ready. */
  #forgetStepsAfter({ ticket, placedAt }: KeptCommand): void {
    for (const later of this.#current.commands) {
      const isStep =
        later.ticket.id === ticket.id && later.placedAt > placedAt && steps.includes(later.command);
      if (isStep && !this.#sending.has(later.key)) this.#forget(later.key);
    }
  }

  #forget(key: string): void {
    this.#ours.delete(key);
    this.#tries.delete(key);
    this.ports.kept.remove(key);
    this.#read();
  }

  #wake(delayMs: number): void {
    clearTimeout(this.#timer);
    if (this.#running) this.#timer = setTimeout(() => this.#pump(), delayMs);
  }

  #change(next: Outbox): void {
    this.#current = next;
    for (const listener of this.#listeners) listener();
  }
}

/** Somebody else has ended the order in the same way: nobody needs to hear of it. */
function isAsWanted({ kept: { command }, refusal }: RefusedCommand): boolean {
  if (!(refusal instanceof AppError)) return false;
  return (command === "collect" || command === "cancel") && refusal.order?.state === moves[command].to;
}

function refusalOf(error: unknown): AppError | NetworkError {
  if (error instanceof AppError || error instanceof NetworkError) return error;
  return new AppError("internal", String(error), { cause: error });
}
