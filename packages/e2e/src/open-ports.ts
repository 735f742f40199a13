import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** The ports on which a process and its children listen to more than this machine's loopback, in order. */
export function openPorts(pid: number): number[] {
  const sockets = new Set(familyOf(pid).flatMap(socketsOf));
  const listening = ["tcp", "tcp6"].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, "utf8").split("\n"),
  );
  const ports = listening.flatMap((line) => {
    const [, local = "", , state, , , , , , inode = ""] = line.trim().split(/\s+/);
    const [address = "", port = ""] = local.split(":");
    const isLoopback = address.endsWith("7F") || address === "00000000000000000000000001000000";
    return state === "0A" && sockets.has(inode) && !isLoopback ? [Number.parseInt(port, 16)] : [];
  });
  return ports.sort((a, b) => a - b);
}

function familyOf(pid: number): number[] {
  const children = readdirSync("/proc").filter((each) => /^\d+$/.test(each) && parentOf(each) === pid);
  return [pid, ...children.flatMap((child) => familyOf(Number(child)))];
}

function parentOf(pid: string): number | undefined {
  try {
    // The name before it may hold anything, spaces and brackets too.
    const [, parent] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return Number(parent);
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}

function socketsOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
    } catch {
      return [];
    }
  });
}
