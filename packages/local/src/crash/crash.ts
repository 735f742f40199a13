import { parseArgs } from "node:util";
import { crashRounds } from "./crash-rounds";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "200" },
    workflows: { type: "string", default: "500" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    "port-base": { type: "string", default: "23000" },
  },
});
const seed = Number(values.seed);
console.log(`seed ${seed}`);
const report = await crashRounds({
  rounds: Number(values.rounds),
  workflows: Number(values.workflows),
  seed,
  portBase: Number(values["port-base"]),
  compareEvery: 20,
  print: (line) => console.log(line),
});
const { kills, workflows, calls, repeats, faults } = report;
console.log(`
kills                                   ${kills}
workflows acknowledged and compared     ${workflows}
calls by hand acknowledged and compared ${calls}
lost, wrong or repeated without leave   ${faults.length}
repeated as at-least-once allows:
  events that began an execution again  ${repeats.executions}
  calls of a task or target made again  ${repeats.calls}
  last events put or delivered again    ${repeats.messages}`);
for (const fault of faults.slice(0, 50)) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
