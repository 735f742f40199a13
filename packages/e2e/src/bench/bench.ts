import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { describeFigure, type Figure, isKept } from "./figure";
import { type BenchOptions, parts } from "./parts";

const usage = `npm run bench -- [parts] [options]
  parts: ${Object.keys(parts).join(", ")} (all of them where none is named)
  --json FILE    also writes the figures there
  --orders N     orders of the throughput and the memory (default 400)
  --past N       past orders behind the answers of \`history\` (default 100000: minutes to write)
  --browser PATH which Chromium to measure in (default: as npm test)`;

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "string" },
    browser: { type: "string", default: "/usr/bin/chromium" },
    orders: { type: "string", default: "400" },
    past: { type: "string", default: "100000" },
    help: { type: "boolean", default: false },
  },
});

if (given.help) console.log(usage);
else
  await bench(namesOf(positionals), {
    browser: given.browser,
    orders: Number(given.orders),
    past: Number(given.past),
  });

async function bench(names: readonly string[], options: BenchOptions): Promise<void> {
  const figures: Figure[] = [];
  for (const name of names) {
    console.log(`\n── ${name}`);
    const measured = await measure(name, options);
    for (const figure of measured) console.log(describeFigure(figure));
    figures.push(...measured);
  }
  const missed = figures.filter((figure) => !isKept(figure));
  const told = figures.map((figure) => ({ ...figure, isKept: isKept(figure) }));
  if (given.json) writeFileSync(given.json, `${JSON.stringify(told, null, 2)}\n`);
  const budgets = figures.filter(({ budget }) => budget).length;
  console.log(`\n${budgets - missed.length} of ${budgets} budgets kept`);
  for (const { part, name } of missed) console.log(`missed: ${part}, ${name}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

/** A part that cannot be measured is a missed budget, and the others go on. */
async function measure(part: string, options: BenchOptions): Promise<Figure[]> {
  try {
    const measured = (await parts[part]?.(options)) ?? [];
    const [load = 0] = loadavg();
    return measured.map((figure) => ({ load, ...figure, part }));
  } catch (error) {
    console.error(error);
    return [{ part, name: "could be measured", value: 0, unit: "", budget: { atLeast: 1 } }];
  }
}

function namesOf(wanted: readonly string[]): readonly string[] {
  const unknown = wanted.find((name) => !(name in parts));
  if (unknown !== undefined) {
    console.error(`there is no part "${unknown}"\n\n${usage}`);
    process.exit(2);
  }
  return wanted.length > 0 ? wanted : Object.keys(parts);
}
