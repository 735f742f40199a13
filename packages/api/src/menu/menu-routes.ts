import { Menu, MenuId } from "@serverlesspresso/contracts/menu";
import { MenuDraft } from "@serverlesspresso/contracts/menu-draft";
import { EditMenu, SwitchDrink } from "@serverlesspresso/contracts/menu-edit";
import type { Context } from "hono";
import * as z from "zod/mini";
import { defineRoute } from "../define-route";
import { IfMatch, versionIn } from "../if-match";
import type { Ports } from "../ports";
import { CommandHeaders, jsonBody, ShopQuery } from "../request-parts";
import { serve } from "../serve";
import { describeDraft } from "./describe-draft";
import { editDraft } from "./edit-draft";
import { publishMenu } from "./publish-menu";
import { switchDrink } from "./switch-drink";

/** Sixty drinks with three dozen choices each; an item of the table holds 400 kB. */
const maxMenuBytes = 256 * 1024;

const readDraft = defineRoute({
  method: "get",
  path: "/menu/draft",
  summary: "The menu that is being prepared; its version as ETag",
  access: ["manager"],
  request: { query: ShopQuery },
  answer: { description: "The draft, or the menu where there is none", schema: MenuDraft },
});

const writeDraft = defineRoute({
  method: "put",
  path: "/menu/draft",
  summary: "Keep a draft of the menu; If-Match names the version that it replaces",
  access: ["manager"],
  request: { query: ShopQuery, headers: IfMatch, body: { ...jsonBody(EditMenu), maxBytes: maxMenuBytes } },
  answer: { description: "The draft as it is now", schema: MenuDraft },
});

const publish = defineRoute({
  method: "post",
  path: "/menu/publish",
  summary: "Make the draft the menu; If-Match names the draft's version",
  access: ["manager"],
  request: { query: ShopQuery, headers: IfMatch },
  answer: { description: "The draft, which is the menu now", schema: MenuDraft },
});

const switchOne = defineRoute({
  method: "patch",
  path: "/menu/{drink}",
  summary: "Switch a drink, or a choice of it, off and on",
  access: ["barista"],
  request: {
    query: ShopQuery,
    headers: CommandHeaders,
    params: z.object({ drink: MenuId }),
    body: jsonBody(SwitchDrink),
  },
  answer: { description: "The menu as it is now", schema: Menu },
});

/** The routes of the menu. */
export function menuRoutes(ports: Ports) {
  const tag = (c: Context, draft: MenuDraft) => {
    c.header("etag", `"${draft.version}"`);
    return draft;
  };
  return [
    serve(readDraft, async (c) => tag(c, await describeDraft(ports, c.req.valid("query").eventId))),
    serve(writeDraft, async (c) => {
      const version = versionIn(c.req.valid("header"));
      const request = { eventId: c.req.valid("query").eventId, version, caller: c.var.caller };
      return tag(c, await editDraft(ports, request, c.req.valid("json")));
    }),
    serve(publish, async (c) => {
      const version = versionIn(c.req.valid("header"));
      const request = { eventId: c.req.valid("query").eventId, version, caller: c.var.caller };
      return tag(c, await publishMenu(ports, request));
    }),
    serve(switchOne, async (c) => {
      const { version, drinks } = await switchDrink(ports, {
        eventId: c.req.valid("query").eventId,
        drinkId: c.req.valid("param").drink,
        caller: c.var.caller,
        key: c.req.valid("header")["idempotency-key"],
        wanted: c.req.valid("json"),
      });
      return { version, drinks };
    }),
  ];
}
