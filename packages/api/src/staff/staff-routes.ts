import { AddMember, Member, Staff } from "@serverlesspresso/contracts/staff";
import { z } from "zod";
import { createRouter } from "../create-router";
import { defineRoute } from "../define-route";
import type { Ports } from "../ports";
import { answers, jsonBody, ShopQuery } from "../request-parts";
import { addMember } from "./add-member";
import { listStaff } from "./list-staff";
import { removeMember } from "./remove-member";

/** The user pool would take an address for an id too. */
const MemberPath = z.object({ id: z.string().regex(/^[A-Za-z0-9-]{1,128}$/) });

const list = defineRoute({
  method: "get",
  path: "/staff",
  summary: "Who works in the shop",
  access: ["manager"],
  request: { query: ShopQuery },
  responses: answers(Staff, "By name"),
});

const add = defineRoute({
  method: "post",
  path: "/staff",
  summary: "Give somebody a role in the shop, or another one",
  access: ["manager"],
  request: { query: ShopQuery, body: jsonBody(AddMember) },
  responses: answers(Member, "The member"),
});

const remove = defineRoute({
  method: "delete",
  path: "/staff/{id}",
  summary: "End somebody's work in the shop",
  access: ["manager"],
  request: { query: ShopQuery, params: MemberPath },
  responses: answers(Staff, "Who remains"),
});

/** The routes of the people who work in a shop. */
export function staffRoutes(ports: Ports) {
  return createRouter()
    .openapi(list, async (c) => c.json(await listStaff(ports, c.req.valid("query").eventId), 200))
    .openapi(add, async (c) => {
      const { eventId } = c.req.valid("query");
      return c.json(await addMember(ports, c.var.caller, eventId, c.req.valid("json")), 200);
    })
    .openapi(remove, async (c) => {
      const { eventId } = c.req.valid("query");
      return c.json(await removeMember(ports, c.var.caller, eventId, c.req.valid("param").id), 200);
    });
}
