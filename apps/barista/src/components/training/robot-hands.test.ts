import type { Ticket } from "@serverlesspresso/contracts/order";
import { expect, it } from "vitest";
import { RobotHands } from "./robot-hands";

const making: Ticket = {
  id: "order-1",
  eventId: "training",
  number: 7,
  state: "MAKING",
  version: 4,
  drinkOrder: { drink: "latte", modifiers: [] },
  createdAt: "2026-11-22T08:00:00.000Z",
  submittedAt: "2026-11-22T08:01:00.000Z",
  completedAt: null,
  dueAt: null,
  baristaName: "Ana",
  baristaUserId: "ana",
  cause: null,
  extensionsLeft: 0,
};

it("puts the robot's name on what it makes, and the trainee's on what they took back afterwards", async () => {
  const hands = new RobotHands();
  const api = hands.apiFor({ commandOrder: async () => making });
  expect(hands.nameIn([making])).toEqual([making]);
  await api.commandOrder(making.id, "make", "key-1");
  expect(hands.nameIn([making])).toMatchObject([{ baristaName: "The robot", baristaUserId: "robot" }]);
  await api.commandOrder(making.id, "complete", "key-2");
  expect(hands.nameIn([making])).toMatchObject([{ baristaName: "Ana" }]);
});
