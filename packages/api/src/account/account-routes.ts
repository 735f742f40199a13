import { AccountDeleted } from "@serverlesspresso/contracts/account";
import { createRouter } from "../create-router";
import { defineRoute } from "../define-route";
import type { Ports } from "../ports";
import { answers, ShopQuery } from "../request-parts";
import { deleteAccount } from "./delete-account";

const remove = defineRoute({
  method: "delete",
  path: "/me",
  summary: "Delete the caller's account and what tells of them, in every shop",
  access: ["customer"],
  request: { query: ShopQuery },
  responses: answers(AccountDeleted, "It is gone"),
});

/** The routes of the caller's own account. */
export function accountRoutes(ports: Ports) {
  return createRouter().openapi(remove, async (c) => c.json(await deleteAccount(ports, c.var.caller), 200));
}
