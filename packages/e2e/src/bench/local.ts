import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Figure } from "./figure";
import { firstBenchPort } from "./own-stack";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

const Figures = z.array(
  z.object({
    name: z.string(),
    value: z.number(),
    unit: z.string(),
    budget: z.optional(z.union([z.object({ atMost: z.number() }), z.object({ atLeast: z.number() })])),
    floor: z.optional(z.object({ name: z.string(), value: z.number() })),
  }),
);

/** AWS on one machine by itself, with a template of its own: packages/local measures, this tells. */
export async function measureLocal(): Promise<Figure[]> {
  const program = ["--import", "tsx", "packages/local/src/bench/bench.ts"];
  const measuring = spawn(process.execPath, [...program, "--port-base", String(firstBenchPort)], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const told = await text(measuring.stdout);
  return Figures.parse(JSON.parse(told)).map(({ budget, floor, ...figure }) => ({
    ...figure,
    part: "",
    ...(budget && { budget }),
    ...(floor && { floor }),
  }));
}
