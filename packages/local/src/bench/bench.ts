import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { AwsPort } from "../load/aws-port";
import { LocalProcess } from "../load/local-process";
import { benchTemplate } from "./bench-template";
import { putEvent, untilHeard } from "./event-to-function";
import { percentile, syncedAppendsPerSecond } from "./floors";
import { startMany, workflowsPerSecond } from "./workflows";

/** What is printed, as one JSON text: each figure beside its budget and its floor in the same run. */
interface Figure {
  name: string;
  value: number;
  unit: string;
  budget?: { atMost: number } | { atLeast: number };
  floor?: { name: string; value: number };
}

const warmUp = 300;
const workflows = 3000;
const events = 400;
const finished = 10_000;
const starts = 5;

const { values } = parseArgs({ options: { "port-base": { type: "string", default: "23500" } } });
const folder = mkdtempSync(join(tmpdir(), "local-bench-"));
const heardFile = join(folder, "heard");
const template = join(folder, "Bench.template.json");
writeFileSync(template, JSON.stringify(benchTemplate(heardFile)));
const machineOn = (data: string) =>
  new LocalProcess({ template, data: join(folder, data), portBase: Number(values["port-base"]) });

try {
  const empty = await startsOf("empty");
  const figures = await measureRunning();
  const full = await startsOf("full");
  figures.push({
    name: `start with ${finished} finished executions, to the empty one`,
    value: percentile(full, 0.5) / percentile(empty, 0.5),
    unit: "×",
    budget: { atMost: 1.5 },
    floor: { name: "empty (ms)", value: percentile(empty, 0.5) },
  });
  console.log(JSON.stringify(figures));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureRunning(): Promise<Figure[]> {
  const machine = machineOn("full");
  await machine.start();
  try {
    const aws = new AwsPort(machine.awsPort);
    await workflowsPerSecond(aws, warmUp);
    const appends = syncedAppendsPerSecond(folder);
    const rate = await workflowsPerSecond(aws, workflows);
    await untilHeard(heardFile, 40, putEvent(aws));
    const bare = await untilHeard(heardFile, events, (n) => aws.invokeLater("Hears", { n }));
    const heard = await untilHeard(heardFile, events, putEvent(aws));
    const before = memoryMb(machine.pid);
    await startMany(aws, "Quick", finished);
    const figure = (name: string, value: number, unit: string) => ({ name, value, unit });
    return [
      {
        ...figure("workflows a second (4 states, one token)", rate, ""),
        budget: { atLeast: 150 },
        floor: { name: "synced appends a second:", value: appends },
      },
      {
        ...figure("PutEvents until the function runs, p95", percentile(heard, 0.95), "ms"),
        budget: { atMost: 15 },
        floor: { name: "bare asynchronous invoke", value: percentile(bare, 0.95) },
      },
      {
        ...figure(`memory after ${finished} more executions`, memoryMb(machine.pid), "MB"),
        budget: { atMost: 600 },
        floor: { name: "before", value: before },
      },
    ];
  } finally {
    await machine.stop();
  }
}

async function startsOf(data: string): Promise<number[]> {
  const machine = machineOn(data);
  await machine.start();
  await machine.stop();
  const all: number[] = [];
  for (let n = 0; n < starts; n += 1) {
    all.push(await machine.start());
    await machine.stop();
  }
  return all;
}

function memoryMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
