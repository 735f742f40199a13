import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { describeVerdict } from "../describe-verdict";
import type { Outcome } from "../robot-customer";
import { coverageFault, verdictOf, widthFault } from "../verdict";
import { Duties } from "./duties";
import { OwnMachine } from "./own-machine";
import { type PlayOptions, playAt } from "./play-at";

const usage = `npm run simulate -- [options]
  --speed N       seconds of the shop's day in one real second (default 10)
  --seed N        which day; the same seed is the same day (default 1)
  --hours N       how long it is (default 1)
  --baristas N    how many work at most (drawn by the seed if left out)
  --load N        how much of what they can make is asked for, 0.3 calm, 1.2 too much (drawn if left out)
  --port-base N   where npm start runs (default 3000), or the first port of --own (then 33000)
  --own           in a back end of its own, started and ended here, whose clock keeps pace
  --judge N       N days, each in a back end of its own, and whether the estimate held; implies --own,
                  3 hours and speed 30 where nothing else is said
  --json FILE     also writes what happened there`;

const { values: given } = parseArgs({
  options: {
    speed: { type: "string" },
    seed: { type: "string", default: "1" },
    hours: { type: "string" },
    baristas: { type: "string" },
    load: { type: "string" },
    "port-base": { type: "string" },
    own: { type: "boolean", default: false },
    judge: { type: "string" },
    json: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const isJudging = given.judge !== undefined;
const isOwn = given.own || isJudging;
const days = numberOf("judge", given.judge ?? "1");
const options: Omit<PlayOptions, "seed"> = {
  portBase: numberOf("port-base", given["port-base"] ?? (isOwn ? "33000" : "3000")),
  speed: numberOf("speed", given.speed ?? (isJudging ? "30" : "10")),
  hours: numberOf("hours", given.hours ?? (isJudging ? "3" : "1")),
  ...(given.baristas && { baristas: numberOf("baristas", given.baristas) }),
  ...(given.load && { load: numberOf("load", given.load) }),
  report: (line) => console.log(`  ${line}`),
};

const duties = new Duties();

if (given.help) console.log(usage);
else await simulate();

async function simulate(): Promise<void> {
  const played: { seed: number; outcomes: Outcome[] }[] = [];
  const faults: string[] = [];
  for (let seed = numberOf("seed", given.seed); played.length < days; seed += 1) {
    console.log(`Day ${seed}, ${options.speed} times as fast`);
    const outcomes = await (isOwn ? playOnOwn(seed) : playAt({ ...options, seed }, duties));
    played.push({ seed, outcomes });
    const verdict = verdictOf(outcomes);
    console.log(describeVerdict(verdict));
    const fault = coverageFault(verdict);
    if (fault) faults.push(`Day ${seed}: ${fault}`);
  }
  const together = verdictOf(played.flatMap(({ outcomes }) => outcomes));
  if (played.length > 1) console.log(`Together\n${describeVerdict(together)}`);
  if (given.json) {
    const judged = played.map(({ seed, outcomes }) => ({ seed, verdict: verdictOf(outcomes), outcomes }));
    writeFileSync(given.json, JSON.stringify({ ...options, together, days: judged }, null, 2));
  }
  const fault = widthFault(together);
  if (fault) faults.push(fault);
  for (const each of isJudging ? faults : []) {
    console.error(each);
    process.exitCode = 1;
  }
}

async function playOnOwn(seed: number): Promise<Outcome[]> {
  const machine = new OwnMachine(options.portBase, options.speed);
  const stop = duties.add(() => machine.stop());
  try {
    await machine.untilHealthy();
    return await playAt({ ...options, seed }, duties);
  } finally {
    await stop();
  }
}

function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  console.error(`--${name} ${text}: a number above 0 is needed\n\n${usage}`);
  process.exit(1);
}
