import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { endProcess, startOf } from "../process-identity";
import { engineCommand } from "./engine-command";

const Survivor = z.object({ pid: z.number(), startedAt: z.string() });
const host = "127.0.0.1";

/** A running DynamoDB engine. */
export interface Engine {
  /** Where it listens, once it does: waits while it is being restarted. */
  endpoint(): Promise<URL>;
  close(): Promise<void>;
}

/** An engine that somebody else runs. */
export function foreignEngine(endpoint: string): Engine {
  if (!URL.canParse(endpoint)) throw new Error(`DYNAMODB_ENDPOINT: "${endpoint}" is no URL`);
  return { endpoint: async () => new URL(endpoint), close: async () => {} };
}

/** Ends an engine that outlived a killed machine, so that two never write the same files. */
export async function endSurvivor(dataFolder: string): Promise<void> {
  const file = pidFile(dataFolder);
  if (!existsSync(file)) return;
  const survivor = Survivor.safeParse(parseJson(readFileSync(file, "utf8")));
  if (survivor.success) await endProcess(survivor.data);
  rmSync(file);
}

/** Runs the engine as a child process on a free port, its data in `dataFolder/dynamodb`. */
export async function startEngine(dataFolder: string, log: (message: string) => void): Promise<Engine> {
  await endSurvivor(dataFolder);
  mkdirSync(join(dataFolder, "dynamodb"), { recursive: true });
  const port = await freePort();
  let closing = false;
  let child = launch(dataFolder, port);
  let ready = untilListening(child, port);
  const watch = (watched: ChildProcess): void => {
    watched.once("exit", (code, signal) => {
      if (closing) return;
      log(`the DynamoDB engine ended (${signal ?? code}) and is started again`);
      ready = wait(100).then(() => {
        if (closing) throw new Error("the machine is stopping");
        child = launch(dataFolder, port);
        watch(child);
        return untilListening(child, port);
      });
      ready.catch(() => {});
    });
  };
  watch(child);
  // However this process ends, if it is not killed.
  const endChild = (): boolean => child.kill();
  process.once("exit", endChild);
  await ready;
  const url = new URL(`http://${host}:${port}`);
  return {
    endpoint: () => ready.then(() => url),
    close: async () => {
      closing = true;
      process.off("exit", endChild);
      await ready.catch(() => {});
      const startedAt = child.pid === undefined ? undefined : startOf(child.pid);
      if (child.pid !== undefined && startedAt !== undefined) await endProcess({ pid: child.pid, startedAt });
      rmSync(pidFile(dataFolder), { force: true });
    },
  };
}

function launch(dataFolder: string, port: number): ChildProcess {
  const [command, ...first] = engineCommand();
  const database = join(dataFolder, "dynamodb", "tables.db");
  const args = [...first, "--host", host, "--port", String(port), "--db-path", database];
  // A process group of its own: Ctrl-C in the terminal must reach it through us, after our last write.
  const child = spawn(command, args, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  child.stderr?.resume();
  child.on("error", () => {});
  if (child.pid !== undefined) {
    writeFileSync(pidFile(dataFolder), JSON.stringify({ pid: child.pid, startedAt: startOf(child.pid) }));
  }
  return child;
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  const giveUpAt = performance.now() + 60_000;
  while (performance.now() < giveUpAt) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      throw new Error(
        `the DynamoDB engine did not start (${child.signalCode ?? child.exitCode ?? "no such command"})`,
      );
    }
    if (await accepts(port)) return;
    await wait(10);
  }
  throw new Error("the DynamoDB engine does not answer");
}

function accepts(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port });
    socket.once("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function pidFile(dataFolder: string): string {
  return join(dataFolder, "dynamodb", "engine.json");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
