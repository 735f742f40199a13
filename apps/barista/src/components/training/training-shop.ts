import { defaultEventId, trainingEventId } from "@serverlesspresso/contracts/names";

const kept = "serverlesspresso.bar-before-training";

/** Goes to the shop to practise in: another shop is another page. */
export function goTraining(from: string): void {
  sessionStorage.setItem(kept, from);
  window.location.assign(`/?eventId=${trainingEventId}`);
}

/** The address of the queue that the trainee came from. */
export function barBeforeTraining(): string {
  const eventId = sessionStorage.getItem(kept) ?? defaultEventId;
  return eventId === defaultEventId ? "/" : `/?eventId=${encodeURIComponent(eventId)}`;
}
