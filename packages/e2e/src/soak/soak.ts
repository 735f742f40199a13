import { parseArgs } from "node:util";
import { soakBarista } from "./soak-barista";
import { soakDisplay } from "./soak-display";
import type { SoakOptions } from "./soak-options";

const usage = `npm run soak -- display | barista [options]
  --hours N      of the shop's time (default 168 of the display, 8 of the barista)
  --speed N      of the barista: so many hours of the shop in one (default 10)
  --json FILE    also writes the readings there
  --browser PATH which Chromium shows the screen (default: as npm test)`;

interface Soak {
  run(options: SoakOptions): Promise<string[]>;
  hours: number;
}

/** Each keeps a screen busy for long; answers what was wrong afterwards. */
const soaks: Readonly<Record<string, Soak>> = {
  display: { run: soakDisplay, hours: 168 },
  barista: { run: soakBarista, hours: 8 },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    hours: { type: "string" },
    speed: { type: "string", default: "10" },
    json: { type: "string" },
    browser: { type: "string", default: "/usr/bin/chromium" },
  },
});
const soak = soaks[positionals[0] ?? ""];
const hours = Number(values.hours ?? soak?.hours);
const speed = Number(values.speed);
if (!soak || !(hours > 0) || !(speed > 0)) {
  console.error(usage);
  process.exit(1);
}
const faults = await soak.run({ hours, speed, browser: values.browser, json: values.json });
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
