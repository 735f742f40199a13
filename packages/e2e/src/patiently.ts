import { setTimeout as wait } from "node:timers/promises";

/** Asks until the answer is another than that it was asked too often; waits as long as that says. */
export async function patiently<Answer extends { status: number; headers: Headers }>(
  ask: () => Promise<Answer>,
): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer.status !== 429) return answer;
    await wait(1_000 * Number(answer.headers.get("retry-after") ?? 1));
  }
}
