import { existsSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { test as base, expect } from "@playwright/test";
import { Barista, Customer, Display } from "./actors";
import { type Ask, ask, type Reply } from "./ask";
import { Elsewhere } from "./elsewhere";
import { listen } from "./listen";
import { forbidden, liveFeed, type Network, publicCall, publishing, rebound } from "./network-requests";
import { openPorts } from "./open-ports";
import { runStack } from "./run-stack";
import { Stack } from "./stack";

const address = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === "IPv4" && !internal)?.address;

interface Vantage {
  lan: Stack;
  network: Network;
  /** Asks from another address of the network; null where none can be made. */
  fromElsewhere: ((asked: readonly Ask[]) => Promise<Reply[]>) | null;
}

const test = base.extend<object, Vantage>({
  lan: [
    async ({ browser: _ }, use, { parallelIndex }) => {
      await runStack(new Stack(400 + parallelIndex * 10, ["--lan"], address), use);
    },
    { scope: "worker", timeout: 120_000 },
  ],
  network: [
    async ({ lan }, use) => {
      const { userPoolId, userPoolClientId: clientId } = await lan.config();
      const apps = [lan.customerUrl, lan.baristaUrl, lan.displayUrl];
      const aws = lan.awsUrl.replace("localhost", String(address));
      await use({ apps, api: lan.apiUrl, aws, userPoolId, clientId });
    },
    { scope: "worker" },
  ],
  fromElsewhere: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs off this pattern
    async ({}, use) => {
      const elsewhere = tryElsewhere();
      await use(elsewhere && ((asked) => elsewhere.ask(asked)));
      elsewhere?.close();
    },
    { scope: "worker" },
  ],
});

function tryElsewhere(): Elsewhere | null {
  try {
    return Elsewhere.open();
  } catch (cause) {
    console.log(`no second address can be made here, so only our own is tried: ${cause}`);
    return null;
  }
}

test.skip(address === undefined, "this machine is on no network");

test("phones on the local network order and follow live", async ({ lan, browser }) => {
  const contexts = [await browser.newContext(), await browser.newContext()] as const;
  const heard = contexts.map((context) => listen(context, lan));
  const customer = new Customer(await contexts[0].newPage(), lan, "ada@example.com");
  const barista = new Barista(await contexts[1].newPage(), lan, "barista@example.com");
  await customer.enter();
  const number = await customer.order("Espresso");
  await barista.open();
  await barista.tap(number, "Make");
  await expect(customer.status(/Ana/)).toBeVisible({ timeout: 4_000 });
  for (const done of heard) await done();
  for (const context of contexts) await context.close();
});

test("the code on the shop's screen leads phones to the network address", async ({ lan, browser }) => {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const heard = listen(context, lan);
  const display = new Display(await context.newPage(), lan, "display@example.com");
  await display.open();
  expect(new URL(await display.address()).hostname).toBe(address);
  await expect(display.page.getByText(new URL(lan.customerUrl).host, { exact: true })).toBeVisible();
  await heard();
  await context.close();
});

test("by its network address nobody reaches a service, the console or a page of the machine", async ({
  network,
  fromElsewhere,
}) => {
  const asked = forbidden(network);
  expect(open(asked, await fromHere(asked.map(([, each]) => each)))).toEqual([]);
  if (fromElsewhere === null) return;
  const further = [...asked, ["publishing", publishing(network)] as const];
  expect(open(further, await fromElsewhere(further.map(([, each]) => each)))).toEqual([]);
});

test("a foreign name that leads here gets nothing, whoever asks", async ({ network, fromElsewhere }) => {
  const asked = rebound(network);
  const requests = asked.map(([, each]) => each);
  expect(open(asked, await fromHere(requests))).toEqual([]);
  // A page in a browser of this very machine.
  const atLoopback = requests.map((each) => ({
    ...each,
    url: each.url.replace(String(address), "127.0.0.1"),
  }));
  expect(open(asked, await fromHere(atLoopback))).toEqual([]);
  if (fromElsewhere) expect(open(asked, await fromElsewhere(requests))).toEqual([]);
});

test("a page of another origin gets no answer it could read", async ({ network }) => {
  const origin = "http://evil.example";
  const [own = ""] = network.apps;
  const shop = (from: string): Ask => ({ url: `${network.api}/shop`, headers: { origin: from } });
  const asked = [
    ["a public call", publicCall(network, { origin })],
    ["the live feed", liveFeed(network, { origin })],
    ["the console", { url: `${network.aws.replace(String(address), "localhost")}/`, headers: { origin } }],
  ] as const;
  expect(open(asked, await fromHere(asked.map(([, each]) => each)))).toEqual([]);
  const [foreign, ours] = await fromHere([shop(origin), shop(own)]);
  expect(foreign?.headers).not.toHaveProperty("access-control-allow-origin");
  expect(ours?.headers).toMatchObject({ "access-control-allow-origin": own });
});

test("the network has the apps, the API, sign-in and the live feed", async ({ network, fromElsewhere }) => {
  test.skip(fromElsewhere === null, "no second address can be made on this machine");
  const { apps, api, aws, userPoolId } = network;
  const urls = [
    ...apps,
    `${apps[0]}/config.json`,
    `${api}/shop`,
    `${aws}/${userPoolId}/.well-known/jwks.json`,
  ];
  const asked = [...urls.map((url) => ({ url })), publicCall(network), liveFeed(network)];
  const replies = (await fromElsewhere?.(asked)) ?? [];
  // Nobody has that address, which a sign-in does not tell.
  expect(replies.map(({ status }) => status)).toEqual([...urls.map(() => 200), 400, 101]);
});

test("nothing else of the machine listens to the network", async ({ lan }) => {
  test.skip(!existsSync("/proc/net/tcp"), "only Linux tells who listens where");
  const ports = [lan.customerUrl, lan.baristaUrl, lan.displayUrl, lan.apiUrl, lan.awsUrl];
  expect(openPorts(lan.pid)).toEqual(ports.map((url) => Number(new URL(url).port)));
});

function fromHere(asked: readonly Ask[]): Promise<Reply[]> {
  return Promise.all(asked.map(ask));
}

/** What was answered by anything but a refusal. */
function open(asked: readonly (readonly [string, Ask])[], replies: readonly Reply[]): string[] {
  return asked.flatMap(([name], index) => {
    const reply = replies[index];
    return reply?.status === 403 ? [] : [`${name}: ${reply?.status} ${reply?.body.slice(0, 80)}`];
  });
}
