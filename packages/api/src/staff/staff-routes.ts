import { AddMember, Member, Staff } from "@serverlesspresso/contracts/staff";
import * as z from "zod/mini";
import { defineRoute } from "../define-route";
import type { Ports } from "../ports";
import { jsonBody, ShopQuery } from "../request-parts";
import { serve } from "../serve";
import { addMember } from "./add-member";
import { listStaff } from "./list-staff";
import { removeMember } from "./remove-member";

/** The user pool would take an address for an id too. */
const MemberPath = z.object({ id: z.string().check(z.regex(/^[A-Za-z0-9-]{1,128}$/)) });

const list = defineRoute({
  method: "get",
  path: "/staff",
  summary: "Who works in the shop",
  access: ["manager"],
  request: { query: ShopQuery },
  answer: { description: "By name", schema: Staff },
});

const add = defineRoute({
  method: "post",
  path: "/staff",
  summary: "Give somebody a role in the shop, or another one",
  access: ["manager"],
  request: { query: ShopQuery, body: jsonBody(AddMember) },
  answer: { description: "The member", schema: Member },
});

const remove = defineRoute({
  method: "delete",
  path: "/staff/{id}",
  summary: "End somebody's work in the shop",
  access: ["manager"],
  request: { query: ShopQuery, params: MemberPath },
  answer: { description: "Who remains", schema: Staff },
});

/** The routes of the people who work in a shop. */
export function staffRoutes(ports: Ports) {
  return [
    serve(list, (c) => listStaff(ports, c.req.valid("query").eventId)),
    serve(add, (c) => addMember(ports, c.var.caller, c.req.valid("query").eventId, c.req.valid("json"))),
    serve(remove, (c) =>
      removeMember(ports, c.var.caller, c.req.valid("query").eventId, c.req.valid("param").id),
    ),
  ];
}
