import { execFileSync, spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Ask, Reply } from "./ask";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const script = "packages/e2e/src/ask-for-another.ts";

/** Another machine on our network, as far as ours can tell: a network namespace with an address of its own. */
export class Elsewhere {
  private constructor(private readonly name: string) {}

  /** Throws where this machine lets nobody make one: it takes Linux, `ip`, and its root. */
  static open(): Elsewhere {
    const name = `coffee-${process.pid}`;
    const [here, there] = [`cofa${process.pid}`, `cofb${process.pid}`];
    // A network for documentation and tests, which is nobody's.
    const subnet = `198.18.${process.pid % 256}`;
    ip("netns", "add", name);
    const elsewhere = new Elsewhere(name);
    try {
      ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", name);
      ip("addr", "add", `${subnet}.1/30`, "dev", here);
      ip("link", "set", here, "up");
      ip("-n", name, "addr", "add", `${subnet}.2/30`, "dev", there);
      ip("-n", name, "link", "set", there, "up");
      ip("-n", name, "route", "add", "default", "via", `${subnet}.1`);
      return elsewhere;
    } catch (cause) {
      elsewhere.close();
      throw cause;
    }
  }

  /** The answers to requests that come from there. */
  async ask(asked: readonly Ask[]): Promise<Reply[]> {
    const node = spawn("ip", ["netns", "exec", this.name, process.execPath, "--import", "tsx", script], {
      cwd: root,
      stdio: ["pipe", "pipe", "inherit"],
    });
    node.stdin.end(JSON.stringify(asked));
    return z.array(Reply).parse(JSON.parse(await text(node.stdout)));
  }

  /** Takes the namespace down, and with it the link to it. */
  close(): void {
    ip("netns", "del", this.name);
  }
}

function ip(...args: string[]): void {
  execFileSync("ip", args, { stdio: "pipe" });
}
