import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { eventSource } from "@serverlesspresso/contracts/names";
import type { BusEvent, EventBus } from "../ports";

/** Our bus on EventBridge. */
export class EventBridgeBus implements EventBus {
  readonly #client = new EventBridgeClient({ cacheMiddleware: true });
  readonly #busName: string;

  constructor(busName: string) {
    this.#busName = busName;
  }

  async put({ type, detail }: BusEvent): Promise<void> {
    const entry = {
      EventBusName: this.#busName,
      Source: eventSource,
      DetailType: type,
      Detail: JSON.stringify(detail),
    };
    const { FailedEntryCount, Entries } = await this.#client.send(new PutEventsCommand({ Entries: [entry] }));
    if (FailedEntryCount) throw new Error(`The bus refused ${type}: ${Entries?.[0]?.ErrorCode}.`);
  }
}
