import { readdirSync, readFileSync } from "node:fs";

/** Linux counts in hundredths of a second. */
const tickMs = 10;

/** The processor time that a process and its children have taken, in ms; NaN where the system does not tell. */
export function processorMs(pid: number): number {
  try {
    return family(pid).reduce((total, each) => total + timeOf(each), 0);
  } catch {
    return Number.NaN;
  }
}

/** The memory that a process and its children hold, in MB; NaN where the system does not tell. */
export function memoryMb(pid: number): number {
  try {
    return family(pid).reduce((total, each) => total + residentKb(each), 0) / 1024;
  } catch {
    return Number.NaN;
  }
}

function family(pid: number): number[] {
  const children = readdirSync("/proc").filter((each) => /^\d+$/.test(each) && parentOf(each) === pid);
  return [pid, ...children.flatMap((child) => family(Number(child)))];
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(fieldsOf(pid)[1]);
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}

function timeOf(pid: number): number {
  const fields = fieldsOf(String(pid));
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** From the state on: the name before it may hold anything, spaces and brackets too. */
function fieldsOf(pid: string): string[] {
  return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
}

function residentKb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
}
