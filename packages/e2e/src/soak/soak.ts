import { parseArgs } from "node:util";
import { soakBarista } from "./soak-barista";
import { soakCrash } from "./soak-crash";
import { soakDisplay } from "./soak-display";
import { soakLife } from "./soak-life";
import type { SoakOptions } from "./soak-options";

const usage = `npm run soak -- [life | display | barista | crash] [options]
  --minutes N    of the orders' lives, which are tried if nothing is named (default 10)
  --commands N   of the orders' lives: until so many were sent instead, some hours for 100000
  --seed S       of what is played there, and of what goes wrong (default: another each time);
                 of the crash: when the kills come
  --hours N      of the shop's time (default 168 of the display, 8 of the barista)
  --speed N      of the barista: so many hours of the shop in one (default 10)
  --rounds N     of the crash: how often the back end is killed (default 200)
  --json FILE    also writes the readings there
  --browser PATH which Chromium shows the screen (default: as npm test)`;

interface Soak {
  run(options: SoakOptions): Promise<string[]>;
  hours: number;
}

/** Each keeps a screen, or the orders' lives, busy for long; answers what was wrong afterwards. */
const soaks: Readonly<Record<string, Soak>> = {
  life: { run: soakLife, hours: 1 },
  display: { run: soakDisplay, hours: 168 },
  barista: { run: soakBarista, hours: 8 },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "200" },
    hours: { type: "string" },
    minutes: { type: "string", default: "10" },
    commands: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    speed: { type: "string", default: "10" },
    json: { type: "string" },
    browser: { type: "string", default: "/usr/bin/chromium" },
  },
});
if (positionals[0] === "crash") process.exit(await soakCrash(values.rounds, values.seed));
const soak = soaks[positionals[0] ?? "life"];
const hours = Number(values.hours ?? soak?.hours);
const speed = Number(values.speed);
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
const commands = values.commands === undefined ? undefined : Number(values.commands);
const isMeant = hours > 0 && speed > 0 && minutes > 0 && (commands ?? 1) > 0 && Number.isInteger(seed);
if (!soak || !isMeant) {
  console.error(usage);
  process.exit(1);
}
const { browser, json } = values;
const faults = await soak.run({ hours, speed, minutes, commands, seed, browser, json });
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
