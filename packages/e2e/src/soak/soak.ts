import { parseArgs } from "node:util";
import { soakDisplay } from "./soak-display";

const usage = `npm run soak -- display [options]
  --hours N   of the shop's time, which passes as fast as this machine can follow (default 168, a week)
  --json FILE also writes the readings there`;

/** Each keeps a screen busy for long; answers what was wrong afterwards. */
const soaks: Readonly<Record<string, typeof soakDisplay>> = { display: soakDisplay };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { hours: { type: "string", default: "168" }, json: { type: "string" } },
});
const soak = soaks[positionals[0] ?? ""];
const hours = Number(values.hours);
if (!soak || !(hours > 0)) {
  console.error(usage);
  process.exit(1);
}
const faults = await soak({ hours, json: values.json });
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
