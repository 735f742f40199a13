import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

/** AWS on one machine by itself, killed over and over: packages/local does it. Answers how that ended. */
export async function soakCrash(rounds: string, seed: string): Promise<number> {
  const program = ["--import", "tsx", "packages/local/src/crash/crash.ts"];
  const options = [...program, "--rounds", rounds, "--seed", seed];
  const [code] = await once(spawn(process.execPath, options, { cwd: root, stdio: "inherit" }), "exit");
  return Number(code ?? 1);
}
