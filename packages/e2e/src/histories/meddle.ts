import { setTimeout as wait } from "node:timers/promises";
import { SendTaskSuccessCommand, StopExecutionCommand } from "@aws-sdk/client-sfn";
import { MenuDraft } from "@serverlesspresso/contracts/menu-draft";
import { isFinal } from "@serverlesspresso/contracts/order-state";
import type { Random } from "@serverlesspresso/simulator/random";
import { callApi } from "../api-call";
import { awsClients, names } from "../aws-clients";
import type { Company } from "./company";
import type { Caused } from "./round";
import { type OrderItem, ordersOf } from "./tables";

type Meddled = Caused & { times: number };

const times = 4;
const betweenMs = 400;
const executions = `arn:aws:states:us-east-1:000000000000:execution:${names.workflow}`;

/** Somebody stops executions of open orders, as the console lets them. */
export async function stopExecutions(company: Company, random: Random): Promise<Meddled> {
  const { stepFunctions } = awsClients(company.stack);
  const stopped: string[] = [];
  for (let time = 0; time < times; time += 1) {
    await wait(betweenMs);
    const { execution } = oneOf(await company.waiting(), random) ?? {};
    if (execution === undefined) continue;
    const stop = new StopExecutionCommand({ executionArn: `${executions}:${execution}` });
    if (await isDone(stepFunctions.send(stop))) stopped.push(execution);
  }
  return { times: stopped.length, stopped };
}

/** Somebody returns tokens as the workshop does, each twice, and one of an order that has ended long ago. */
export async function returnTokens(company: Company, random: Random): Promise<Meddled> {
  const { stepFunctions } = awsClients(company.stack);
  let returned = 0;
  const ended = await pickEnded(company, random);
  const giveBack = async (row: OrderItem | undefined) => {
    if (row?.TaskToken === undefined) return;
    returned += 1;
    await isDone(stepFunctions.send(new SendTaskSuccessCommand({ taskToken: row.TaskToken, output: "{}" })));
  };
  for (let time = 0; time < times; time += 1) {
    await wait(betweenMs);
    const row = oneOf(await company.waiting(), random);
    await Promise.all([giveBack(row), giveBack(row)]);
    await giveBack(ended);
  }
  return { times: returned };
}

/** The manager publishes the menu again while people choose from it. */
export async function publishSameMenu({ stack, eventId, staff: [, , manager] }: Company): Promise<Meddled> {
  let published = 0;
  for (let time = 0; time < times && manager; time += 1) {
    await wait(betweenMs);
    const { version, drinks } = MenuDraft.parse((await manager.call("GET", "/menu/draft")).body);
    const { accessToken } = await manager.session.get();
    const edit = (method: string, path: string, ifMatch: number, body?: object) =>
      callApi(stack, accessToken, {
        ...{ method, path: `${path}?eventId=${eventId}`, body },
        headers: { "if-match": `"${ifMatch}"` },
        // Its answer may be what is lost: then this time nothing was published, as far as anybody knows.
      }).catch(() => ({ status: 0, body: undefined }));
    const kept = await edit("PUT", "/menu/draft", version, { drinks });
    const draft = MenuDraft.safeParse(kept.body).data;
    if (draft && (await edit("POST", "/menu/publish", draft.version)).status === 200) published += 1;
  }
  return { times: published };
}

async function pickEnded({ stack, eventId }: Company, random: Random): Promise<OrderItem | undefined> {
  const rows = await ordersOf(stack, eventId);
  return oneOf(
    rows.filter(({ ORDERSTATE }) => isFinal(ORDERSTATE)),
    random,
  );
}

function oneOf(rows: readonly OrderItem[], random: Random): OrderItem | undefined {
  return rows.length === 0 ? undefined : random.pick(rows.map((row) => [row, 1] as const));
}

function isDone(sent: Promise<unknown>): Promise<boolean> {
  return sent.then(
    () => true,
    () => false,
  );
}
