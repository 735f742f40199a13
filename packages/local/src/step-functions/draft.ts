import type { EventContent, HistoryEvent } from "./history-event";
import { type Progress, reduce } from "./progress";

/** Events that are about to happen, in order, with the progress they lead to. */
export class Draft {
  readonly events: HistoryEvent[] = [];

  constructor(
    public progress: Progress,
    readonly now: number,
  ) {}

  add(content: EventContent): void {
    const event = { id: this.progress.lastEventId + 1, at: this.now, ...content };
    this.events.push(event);
    this.progress = reduce(this.progress, event);
  }

  /** As if the event had been added already. */
  preview(content: EventContent): Draft {
    const draft = new Draft(this.progress, this.now);
    draft.add(content);
    return draft;
  }
}
