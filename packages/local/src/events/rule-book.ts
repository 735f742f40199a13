import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AwsError } from "../aws-error";
import { Journal } from "../journal";
import type { Machine } from "../service";
import { type CompiledRule, compileRule, defaultBus, type Rule, ruleKey } from "./rule";

export interface EventBus {
  readonly name: string;
  readonly description?: string | undefined;
  /** ms since the epoch */
  readonly createdAt: number;
}

type Entry =
  | { bus: EventBus }
  | { busDeleted: string }
  | { rule: Rule }
  | { ruleDeleted: string }
  /** A rule's key, and up to when (ms) its schedule has ticked. */
  | { ticked: string; at: number };

const compactAboveBytes = 1_000_000;

/** All buses and rules, kept over restarts whoever made them. */
export class RuleBook {
  readonly #machine: Machine;
  readonly #buses = new Map<string, EventBus>();
  readonly #rules = new Map<string, CompiledRule>();
  readonly #byBus = new Map<string, CompiledRule[]>();
  readonly #journal: Journal<Entry>;
  readonly #ticked = new Map<string, number>();
  readonly #listeners = new Set<(key: string) => void>();

  private constructor(machine: Machine) {
    this.#machine = machine;
    const folder = join(machine.dataFolder, "events");
    mkdirSync(folder, { recursive: true });
    this.#buses.set(defaultBus, { name: defaultBus, createdAt: machine.clock.now() });
    this.#journal = Journal.open<Entry>(join(folder, "rules.journal"), {
      replay: (entry) => this.#apply(entry),
      snapshot: () => this.#entries(),
      compactAboveBytes,
    });
  }

  /** @throws Error naming the file and the offset of damage */
  static open(machine: Machine): RuleBook {
    return new RuleBook(machine);
  }

  buses(): EventBus[] {
    return [...this.#buses.values()];
  }

  hasBus(name: string): boolean {
    return this.#buses.has(name);
  }

  /** @throws AwsError ResourceNotFoundException */
  bus(name: string): EventBus {
    const bus = this.#buses.get(name);
    if (bus !== undefined) return bus;
    throw new AwsError("ResourceNotFoundException", `Event bus ${name} does not exist.`);
  }

  busArn(name: string): string {
    return `arn:aws:events:${this.#machine.region}:${this.#machine.account}:event-bus/${name}`;
  }

  rules(): Iterable<CompiledRule> {
    return this.#rules.values();
  }

  rulesOf(bus: string): readonly CompiledRule[] {
    return this.#byBus.get(bus) ?? [];
  }

  find(key: string): CompiledRule | undefined {
    return this.#rules.get(key);
  }

  /** @throws AwsError ResourceNotFoundException */
  rule(bus: string, name: string): CompiledRule {
    const rule = this.#rules.get(ruleKey(bus, name));
    if (rule !== undefined) return rule;
    this.bus(bus);
    throw new AwsError("ResourceNotFoundException", `Rule ${name} does not exist on EventBus ${bus}.`);
  }

  putBus(bus: EventBus): Promise<void> {
    return this.#record({ bus });
  }

  deleteBus(name: string): Promise<void> {
    return this.#record({ busDeleted: name });
  }

  /** @throws AwsError what `compileRule` refuses; nothing is changed then */
  async putRule(rule: Rule): Promise<CompiledRule> {
    const compiled = compileRule(rule, this.#machine);
    await this.#record({ rule });
    return compiled;
  }

  deleteRule(key: string): Promise<void> {
    return this.#record({ ruleDeleted: key });
  }

  /** Up to when (ms) a rule's schedule has ticked; undefined if it never was. */
  tickedUpTo(key: string): number | undefined {
    return this.#ticked.get(key);
  }

  ticked(key: string, at: number): Promise<void> {
    return this.#record({ ticked: key, at });
  }

  /** Tells the key of each rule that is put or deleted from now on. */
  onRuleChange(listener: (key: string) => void): void {
    this.#listeners.add(listener);
  }

  close(): Promise<void> {
    return this.#journal.close();
  }

  async #record(entry: Entry): Promise<void> {
    this.#apply(entry);
    await this.#journal.append(entry);
  }

  #apply(entry: Entry): void {
    if ("bus" in entry) {
      this.#buses.set(entry.bus.name, entry.bus);
    } else if ("busDeleted" in entry) {
      this.#buses.delete(entry.busDeleted);
    } else if ("rule" in entry) {
      const compiled = compileRule(entry.rule, this.#machine);
      this.#rules.set(compiled.key, compiled);
      this.#changed(compiled.key, compiled.rule.bus);
    } else if ("ticked" in entry) {
      this.#ticked.set(entry.ticked, entry.at);
    } else {
      const bus = this.#rules.get(entry.ruleDeleted)?.rule.bus;
      this.#rules.delete(entry.ruleDeleted);
      this.#ticked.delete(entry.ruleDeleted);
      if (bus !== undefined) this.#changed(entry.ruleDeleted, bus);
    }
  }

  #changed(key: string, bus: string): void {
    this.#byBus.set(
      bus,
      [...this.#rules.values()].filter(({ rule }) => rule.bus === bus),
    );
    for (const listener of this.#listeners) listener(key);
  }

  *#entries(): Iterable<Entry> {
    for (const bus of this.#buses.values()) yield { bus };
    for (const { rule } of this.#rules.values()) yield { rule };
    for (const [ticked, at] of this.#ticked) yield { ticked, at };
  }
}
