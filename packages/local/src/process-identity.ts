import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** A process that may have been killed since: a pid alone may meanwhile be another's. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

/** When the process with this pid started, as the system writes it; undefined when there is none. */
export function startOf(pid: number): string | undefined {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The name in parentheses may hold spaces; the state is the first field after it, the start the 20th.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" ? undefined : fields[19];
    }
    // Written the same way whoever asks, in whatever language and time zone.
    const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
    const asked = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", env });
    return asked.trim() || undefined;
  } catch {
    return undefined;
  }
}

export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  return startOf(pid) === startedAt;
}

/** Ends the process and resolves when it is gone: politely at first, by force after `patienceMs`. */
export async function endProcess(identity: ProcessIdentity, patienceMs = 5000): Promise<void> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    if (!isRunning(identity)) return;
    process.kill(identity.pid, signal);
    const giveUpAt = performance.now() + patienceMs;
    while (isRunning(identity) && performance.now() < giveUpAt) await wait(10);
  }
  if (isRunning(identity)) throw new Error(`process ${identity.pid} cannot be ended`);
}
