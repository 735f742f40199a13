import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { awsClients, names } from "./aws-clients";
import { setShop } from "./set-shop";
import type { Stack } from "./stack";

const Key = { PK: { S: "menu#default" } };

/**
 * Switches drinks and choices of the default shop off, by their ids, and tells everybody; all others are on.
 * There is no route for it yet.
 */
export async function switchOff(stack: Stack, off: readonly string[]): Promise<void> {
  const { dynamodb } = awsClients(stack);
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: names.configTable, Key }));
  for (const { M: drink } of Item?.drinks?.L ?? []) {
    const choices = drink?.options?.L?.flatMap(({ M: group }) => group?.choices?.L ?? []) ?? [];
    for (const each of [drink, ...choices.map(({ M }) => M)]) {
      if (each) each.available = { BOOL: !off.includes(each.id?.S ?? "") };
    }
  }
  await dynamodb.send(new PutItemCommand({ TableName: names.configTable, Item }));
  // The shop's version is what everybody is told.
  await setShop(stack, {});
}
