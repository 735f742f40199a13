import { eventType } from "@serverlesspresso/contracts/event";
import { expect, it } from "vitest";
import type { LiveMessage } from "./messages-for";
import { publishChanges } from "./publish-changes";

const changed = {
  id: "1",
  source: "awsserverlessda.serverlesspresso",
  "detail-type": eventType.configChanged,
  time: "2026-11-22T09:00:00Z",
  detail: { eventId: "default", version: 3, Message: "Closed.", at: "2026-11-22T09:00:00Z" },
};

/** A feed that refuses so many times before it takes a message. */
function feedThatFails(times: number) {
  const told: LiveMessage[] = [];
  let left = times;
  return {
    told,
    publish: async (message: LiveMessage) => {
      left -= 1;
      if (left >= 0) throw new Error("connection reset");
      told.push(message);
    },
  };
}

it("tells a channel again at once when the feed failed for a moment", async () => {
  const feed = feedThatFails(2);
  await publishChanges(feed, changed, [0, 0]);
  expect(feed.told).toHaveLength(1);
});

it("throws when the feed does not come back, so that the function is run again", async () => {
  const feed = feedThatFails(3);
  await expect(publishChanges(feed, changed, [0, 0])).rejects.toThrow("connection reset");
  expect(feed.told).toHaveLength(0);
});
