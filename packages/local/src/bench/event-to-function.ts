import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { AwsPort } from "../load/aws-port";

const everyMs = 15;

/** How long (ms) it takes from each call until the function runs, for `count` calls one after the other. */
export async function untilHeard(
  heardFile: string,
  count: number,
  call: (n: number) => Promise<unknown>,
): Promise<number[]> {
  writeFileSync(heardFile, "");
  const called: number[] = [];
  for (let n = 0; n < count; n += 1) {
    called.push(performance.timeOrigin + performance.now());
    await call(n);
    await wait(everyMs);
  }
  let heard = new Map<number, number>();
  while (heard.size < count) {
    heard = new Map(
      readFileSync(heardFile, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => [Number(line.split(" ")[0]), Number(line.split(" ")[1])]),
    );
    await wait(everyMs);
  }
  return called.map((at, n) => (heard.get(n) ?? Number.NaN) - at);
}

export function putEvent(aws: AwsPort): (n: number) => Promise<unknown> {
  return (n) => {
    const entry = { Source: "bench", DetailType: "Heard", Detail: JSON.stringify({ n }) };
    return aws.call("AWSEvents.PutEvents", { Entries: [entry] });
  };
}
