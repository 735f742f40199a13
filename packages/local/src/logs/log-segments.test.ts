import { expect, test } from "vitest";
import { temporaryFolder } from "../machine-for-tests";
import { LogSegments } from "./log-segments";

test("takes no line once it is closed, whose file may be another's by then", async () => {
  const { folder, remove } = temporaryFolder();
  const line = { stream: "s", at: 1, taken: 1, text: "hello" };
  const segments = new LogSegments(folder, () => undefined);
  await segments.append([line], true);
  await segments.close();
  expect(() => segments.append([line], true)).toThrow("does not exist");
  const again = new LogSegments(folder, () => undefined);
  expect(again.newest).toMatchObject([{ n: 0, text: "hello" }]);
  await again.close();
  remove();
});
