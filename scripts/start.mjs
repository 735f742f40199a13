import { spawn } from "node:child_process";
import { networkInterfaces } from "node:os";
import { parseArgs } from "node:util";
import { bin, ensureInstalled, fail, quiet, root, run } from "./install.mjs";

const usage = `npm start | npm run backend  -- [options]
  --port-base N    apps at N, N+1, N+2, the API at N+1000, AWS at N+1566 (default 3000)
  --data DIR       where everything is kept (default .local)
  --reset          begin with an empty data folder
  --lan            let phones on the local network in
  --smtp URL       send sign-in codes as e-mail
  --fixtures FILE  further items and users for an empty data folder (may repeat)
  --clock-rate N   let time pass N times as fast
  --index-lag N    for tests: let the tables' indexes be N seconds behind
  --faults JSON    for tests: let calls and deliveries fail (packages/local/src/main.ts --help)
  --skip-build     start what was built before`;

const options = readOptions();
ensureInstalled();
if (!options["skip-build"]) {
  const tasks = [options["backend-only"] ? "@serverlesspresso/local#build" : "build", "synth"];
  run(bin("turbo"), ["run", ...tasks, "--output-logs=errors-only"]);
}
const machine = spawn(
  process.execPath,
  ["--import", "tsx", "packages/local/src/main.ts", ...machineOptions()],
  {
    cwd: root,
    stdio: "inherit",
    // A worker a function is many threads: glibc would keep heaps for each, a fifth of the memory in all.
    env: quiet({ MALLOC_ARENA_MAX: "2" }),
  },
);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  // Ctrl-C reaches the machine by itself; a second signal changes nothing there.
  process.on(signal, () => machine.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
}
machine.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        "port-base": { type: "string", default: "3000" },
        data: { type: "string", default: ".local" },
        reset: { type: "boolean" },
        lan: { type: "boolean" },
        smtp: { type: "string" },
        fixtures: { type: "string", multiple: true, default: [] },
        "clock-rate": { type: "string" },
        "index-lag": { type: "string" },
        faults: { type: "string" },
        "backend-only": { type: "boolean" },
        "skip-build": { type: "boolean" },
        help: { type: "boolean" },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    const base = Number(values["port-base"]);
    if (!Number.isInteger(base) || base < 1024 || base > 63_000) {
      fail(`--port-base ${values["port-base"]}: a whole number from 1024 to 63000 is wanted.`);
    }
    return { ...values, base };
  } catch (error) {
    return fail(`${error.message}\n\n${usage}`);
  }
}

function machineOptions() {
  const { base } = options;
  const host = options.lan ? lanAddress() : "localhost";
  const origins = [...new Set(["localhost", host])].flatMap((name) =>
    [0, 1, 2].map((offset) => `http://${name}:${base + offset}`),
  );
  const parameters = {
    CustomerOrigin: `http://${host}:${base}`,
    AllowedOrigins: origins.join(","),
    EndpointScheme: "http",
    SocketScheme: "ws",
    AwsEndpoint: `http://${host}:${base + 1566}`,
  };
  const sites = ["customer", "barista", "display"].map((app, offset) => `${offset}=apps/${app}/out:${app}`);
  return [
    ["--template", "infra/cdk.out/Serverlesspresso.template.json"],
    ["--data", options.data],
    ["--port-base", String(base)],
    ...Object.entries(parameters).map(([name, value]) => ["--parameter", `${name}=${value}`]),
    ...(options["backend-only"] ? [] : sites.map((site) => ["--site", site])),
    ["--fixtures", "infra/fixtures/shop.json"],
    ["--fixtures", "infra/fixtures/training-shop.json"],
    ["--fixtures", "infra/fixtures/demo-users.json"],
    ...options.fixtures.map((file) => ["--fixtures", file]),
    ...(options.smtp ? [["--smtp", options.smtp]] : []),
    ...(options["clock-rate"] ? [["--clock-rate", options["clock-rate"]]] : []),
    ...(options["index-lag"] ? [["--index-lag", options["index-lag"]]] : []),
    ...(options.faults ? [["--faults", options.faults]] : []),
    ...(options.reset ? [["--reset"]] : []),
    ...(options.lan ? [["--lan"]] : []),
  ].flat();
}

function lanAddress() {
  const addresses = Object.values(networkInterfaces()).flat();
  const found = addresses.find((each) => each && each.family === "IPv4" && !each.internal);
  return found?.address ?? fail("--lan: this machine has no address on a local network.");
}
