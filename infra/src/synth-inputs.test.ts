import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("../..", import.meta.url));
const Plan = z.object({
  tasks: z.array(z.object({ taskId: z.string(), dependencies: z.array(z.string()) })),
});

test("a changed handler or schema makes a new template: Turbo counts both among the inputs of synth", () => {
  const plan = execFileSync(`${root}node_modules/.bin/turbo`, ["run", "synth", "--dry=json"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const synth = Plan.parse(JSON.parse(plan)).tasks.find((task) => task.taskId.endsWith("/infra#synth"));
  expect(synth?.dependencies).toEqual(
    expect.arrayContaining(["@serverlesspresso/api#synth", "@serverlesspresso/contracts#synth"]),
  );
}, 20_000);
