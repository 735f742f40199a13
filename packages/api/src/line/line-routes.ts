import { Line } from "@serverlesspresso/contracts/line";
import { createRouter } from "../create-router";
import { defineRoute } from "../define-route";
import type { Ports } from "../ports";
import { answers, ShopQuery } from "../request-parts";
import { describeLine } from "./describe-line";

const readLine = defineRoute({
  method: "get",
  path: "/line",
  summary: "The queue by its numbers, and how long each order, and one submitted now, is likely to take",
  access: ["customer"],
  request: { query: ShopQuery },
  responses: answers(Line, "Oldest first"),
});

/** The route of the line. */
export function lineRoutes(ports: Ports) {
  return createRouter().openapi(readLine, async (c) => {
    const { row } = await ports.lines.read(c.req.valid("query").eventId);
    return c.json(describeLine(row, ports.clock.now()), 200);
  });
}
