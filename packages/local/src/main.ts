import { usersOf } from "./fixtures/apply-fixtures";
import { type RunningMachine, startMachine } from "./machine";
import { help, type Options, parseOptions } from "./options";

const stopPatienceMs = 10_000;

// The functions' workers share the process's time zone, and on AWS that is UTC.
process.env.TZ = "UTC";

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(cause: unknown): never {
  process.stderr.write(`${cause instanceof Error ? cause.message : cause}\n`);
  process.exit(1);
}

function announce({ addresses, awsOnly }: RunningMachine, { ports, sites, fixtures }: Options): void {
  const at = (port: number) => `http://${addresses.host}:${port}`;
  if (awsOnly.length > 0) print(`AWS only: ${awsOnly.join(", ")}`);
  for (const site of sites) print(`${site.name}: ${at(site.port)}`);
  print(`HTTP API: ${at(ports.api)}`);
  print(`AWS: ${at(ports.aws)} (console page: http://localhost:${ports.aws}/)`);
  for (const { email, groups } of usersOf(fixtures))
    print(`user: ${email} (${groups.join(", ") || "no group"})`);
  print("ready");
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options === "help") {
    print(help);
    return;
  }
  process.on("uncaughtException", fail);
  const starting = startMachine(options, print);
  let stopping = false;
  const stop = (): void => {
    // Ctrl-C may arrive twice, from the terminal and from the process that started this one.
    if (stopping) return;
    stopping = true;
    setTimeout(() => fail("stopping takes too long; the next start puts things right"), stopPatienceMs);
    starting
      .then((machine) => machine.stop())
      .then(() => process.exit(0))
      .catch(fail);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  const machine = await starting;
  if (!stopping) announce(machine, options);
}

main().catch(fail);
