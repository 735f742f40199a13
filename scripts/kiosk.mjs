import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";

const usage = `npm run kiosk -- [options] [-- further flags of Chromium]
  --url URL        the shop's screen (default http://localhost:3002)
  --profile DIR    where its sign-in is kept (default ~/.serverlesspresso-kiosk)
  --browser FILE   the browser (default: Chromium or Chrome where Linux keeps it)`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: "string", default: "http://localhost:3002" },
    profile: { type: "string", default: join(homedir(), ".serverlesspresso-kiosk") },
    browser: { type: "string" },
    help: { type: "boolean" },
  },
});

const lookEveryMs = 5_000;
const answerWithinMs = 10_000;
const flags = [
  "--kiosk",
  "--no-first-run",
  "--noerrdialogs",
  "--disable-infobars",
  "--hide-crash-restore-bubble",
  "--disable-session-crashed-bubble",
  "--autoplay-policy=no-user-gesture-required",
  "--remote-debugging-pipe",
];

let running;
let ended = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    ended = true;
    if (running) void end(running);
    else process.exit(0);
  });
}

if (options.help) console.log(usage);
else await keepShowing();

/** Shows the screen for as long as this process lives, whatever happens to its browser. */
async function keepShowing() {
  const browser = options.browser ?? findBrowser();
  mkdirSync(options.profile, { recursive: true });
  while (!ended) {
    // A browser that is opened before the site answers would show its own page of failure.
    while (!ended && !(await answers())) await wait(2_000);
    if (ended) return;
    const args = [...flags, `--user-data-dir=${options.profile}`, ...positionals, options.url];
    running = spawn(browser, args, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    const gone = new Promise((done) => {
      running.once("exit", done);
      running.once("error", done);
    });
    await Promise.race([watch(running), gone]);
    await end(running);
    if (!ended) await wait(1_000);
  }
}

/** Returns once the page has crashed, or has not answered for too long. */
async function watch(browser) {
  const page = talkTo(browser);
  for (;;) {
    await Promise.race([wait(lookEveryMs), page.crashed]);
    const state = await Promise.race([
      page.evaluate("location.protocol"),
      page.crashed.then(() => "crashed"),
      wait(answerWithinMs).then(() => "silent"),
    ]);
    if (state === "crashed" || state === "silent") {
      console.error(`The page is ${state}: the browser is started again.`);
      return;
    }
    if (state === "chrome-error:" && (await answers())) page.open(options.url);
  }
}

/** The page of a browser, by its DevTools protocol over two pipes: JSON, each message ended by a zero byte. */
function talkTo(browser) {
  const [, , , toBrowser, fromBrowser] = browser.stdio;
  const asked = new Map();
  let count = 0;
  let session;
  let rest = "";
  let tellCrash;
  const crashed = new Promise((done) => {
    tellCrash = done;
  });
  const send = (method, params = {}) => {
    count += 1;
    const message = { id: count, method, params, ...(session && { sessionId: session }) };
    toBrowser.write(`${JSON.stringify(message)}\0`);
    return new Promise((done) => asked.set(count, done));
  };
  toBrowser.on("error", tellCrash);
  fromBrowser.on("data", (chunk) => {
    const messages = `${rest}${chunk}`.split("\0");
    rest = messages.pop() ?? "";
    for (const { id, method, params, result } of messages.map((text) => JSON.parse(text))) {
      if (method === "Target.attachedToTarget" && params.targetInfo.type === "page" && !session) {
        session = params.sessionId;
        void send("Inspector.enable");
      }
      if (method === "Inspector.targetCrashed" || method === "Target.targetCrashed") tellCrash();
      asked.get(id)?.(result);
      asked.delete(id);
    }
  });
  void send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  return {
    crashed,
    evaluate: (expression) =>
      send("Runtime.evaluate", { expression, returnByValue: true }).then((told) => told?.result?.value),
    open: (url) => void send("Page.navigate", { url }),
  };
}

/** Asks a browser to end, so that it keeps what it was told; it is not asked for long. */
async function end(browser) {
  if (browser.exitCode !== null || browser.signalCode !== null) return;
  const gone = new Promise((done) => browser.once("exit", done));
  browser.kill("SIGTERM");
  const killed = setTimeout(() => browser.kill("SIGKILL"), 3_000);
  await gone;
  clearTimeout(killed);
}

async function answers() {
  return fetch(options.url, { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function findBrowser() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const found = names.map((name) => `/usr/bin/${name}`).find((file) => existsSync(file));
  if (found) return found;
  console.error(`No Chromium was found: say where it is.\n\n${usage}`);
  return process.exit(1);
}
