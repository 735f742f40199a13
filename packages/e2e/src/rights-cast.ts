import { generateKeyPair, SignJWT } from "jose";
import { ApiUser } from "./api-user";
import { signIn, subOf } from "./cognito";
import type { Role, Subject } from "./rights-table";
import type { Stack } from "./stack";
import { callAs } from "./staff-call";

const tokenLifeSeconds = 3600;
const espresso = { drink: "espresso", modifiers: [] };

export interface Cast {
  tokens: Record<Role, string | null>;
  subject: Omit<Subject, "self">;
}

/** Everybody of the table with their tokens, and an order that has been collected. */
export async function castRoles(stack: Stack): Promise<Cast> {
  const expired = (await signIn(stack, "manager@example.com")).access;
  await stack.advance(tokenLifeSeconds + 1);
  const customer = await ApiUser.signIn(stack, "carla@example.com");
  const barista = await ApiUser.signIn(stack, "barista@example.com");
  const manager = await signIn(stack, "manager@example.com");
  const access = async (name: string) => (await signIn(stack, `${name}@example.com`)).access;
  const tokens = {
    customer: customer.tokens.access,
    otherCustomer: await access("carlo"),
    barista: barista.tokens.access,
    otherBarista: await access("ben"),
    manager: manager.access,
    display: await access("display"),
    baristaElsewhere: await access("otto"),
    managerElsewhere: await access("olga"),
    nobody: null,
    expired,
    idToken: manager.id,
    otherPool: await signedByAnotherPool(manager.access),
    unsigned: unsigned(manager.access),
    revoked: await removed(stack, await access("rita")),
  };
  const orderId = await collectedOrder(customer, barista);
  return { tokens, subject: { orderId, customer: customer.sub, manager: subOf(manager.access) } };
}

async function collectedOrder(customer: ApiUser, barista: ApiUser): Promise<string> {
  const orderId = await customer.enter();
  await customer.must("PUT", `/orders/${orderId}`, espresso);
  for (const command of ["make", "complete", "collect"]) {
    const { status } = await barista.call("POST", `/orders/${orderId}/${command}`);
    if (status !== 200) throw new Error(`${command} answered ${status}`);
  }
  return orderId;
}

/** A barista's token from before the manager removed her. */
async function removed(stack: Stack, token: string): Promise<string> {
  const { status } = await callAs(stack, "manager", { method: "DELETE", path: `/staff/${subOf(token)}` });
  if (status !== 200) throw new Error(`the removal answered ${status}`);
  return token;
}

function partsOf(token: string): { header: { alg: string; kid: string }; claims: Record<string, unknown> } {
  const [header, claims] = token.split(".").map((part) => Buffer.from(part, "base64url").toString());
  return { header: JSON.parse(header ?? ""), claims: JSON.parse(claims ?? "") };
}

/** The same claims, issuer and key id, signed with another key. */
async function signedByAnotherPool(token: string): Promise<string> {
  const { privateKey } = await generateKeyPair("RS256");
  const { header, claims } = partsOf(token);
  return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
}

function unsigned(token: string): string {
  const header = Buffer.from(JSON.stringify({ ...partsOf(token).header, alg: "none" })).toString("base64url");
  return `${header}.${token.split(".")[1]}.`;
}
