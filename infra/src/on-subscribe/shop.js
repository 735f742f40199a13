import { util } from "@aws-appsync/utils";

const readers = {
  queue: ["barista", "manager"],
  board: ["display", "barista", "manager"],
};

// /shop/{eventId}/{queue | board | status}: staff of that shop; the status is for everyone signed in.
export function onSubscribe(ctx) {
  const segments = ctx.info.channel.segments;
  if (segments.length !== 3 || segments.includes("*")) util.unauthorized();
  const eventId = segments[1];
  const kind = segments[2];
  if (kind === "status") return;
  const roles = readers[kind];
  if (!roles) util.unauthorized();
  const groups = ctx.identity.groups ?? [];
  if (!roles.some((role) => groups.includes(role) || groups.includes(`${role}-${eventId}`)))
    util.unauthorized();
}
