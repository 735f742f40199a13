import { AccountDeleted } from "@serverlesspresso/contracts/account";
import { defineRoute } from "../define-route";
import type { Ports } from "../ports";
import { ShopQuery } from "../request-parts";
import { serve } from "../serve";
import { deleteAccount } from "./delete-account";

const remove = defineRoute({
  method: "delete",
  path: "/me",
  summary: "Delete the caller's account and what tells of them, in every shop",
  access: ["customer"],
  request: { query: ShopQuery },
  answer: { description: "It is gone", schema: AccountDeleted },
});

/** The routes of the caller's own account. */
export function accountRoutes(ports: Ports) {
  return [serve(remove, (c) => deleteAccount(ports, c.var.caller))];
}
