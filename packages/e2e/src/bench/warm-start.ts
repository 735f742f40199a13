import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Figure } from "./figure";
import { firstBenchPort } from "./own-stack";
import { median } from "./statistics";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const runs = 3;
const askEveryMs = 20;

/** `npm start` with everything built and a folder that has data, until health and all three screens answer. */
export async function measureWarmStart(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "serverlesspresso-start-"));
  try {
    const cold = await start(join(folder, "data"));
    const warm: number[] = [];
    while (warm.length < runs) warm.push(await start(join(folder, "data")));
    const floor = { name: "a bare npm run", value: bareNpmMs() };
    const figure = { part: "", unit: "ms" };
    return [
      {
        ...figure,
        name: "warm npm start to all screens",
        value: median(warm),
        budget: { atMost: 5000 },
        floor,
      },
      { ...figure, name: "the same with an empty data folder", value: cold },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(data: string): Promise<number> {
  const began = performance.now();
  const flags = ["--port-base", String(firstBenchPort), "--data", data];
  const started = spawn("npm", ["start", "--", ...flags], { cwd: root, stdio: "ignore", detached: true });
  const gone = new Promise((done) => started.once("exit", done));
  const offsets = [0, 1, 2];
  const addresses = [
    `http://localhost:${firstBenchPort + 1566}/_local/health`,
    ...offsets.map((offset) => `http://localhost:${firstBenchPort + offset}/`),
  ];
  try {
    while (!(await allAnswer(addresses))) {
      if (started.exitCode !== null) throw new Error("npm start ended by itself");
      await wait(askEveryMs);
    }
    return performance.now() - began;
  } finally {
    // A group of its own: npm hands no signal on.
    if (started.pid !== undefined && started.exitCode === null) process.kill(-started.pid, "SIGTERM");
    await gone;
  }
}

async function allAnswer(addresses: readonly string[]): Promise<boolean> {
  const answers = addresses.map((address) =>
    fetch(address).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return (await Promise.all(answers)).every(Boolean);
}

function bareNpmMs(): number {
  const began = performance.now();
  spawnSync("npm", ["run"], { cwd: root, stdio: "ignore" });
  return performance.now() - began;
}
