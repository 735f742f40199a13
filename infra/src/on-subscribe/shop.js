import { runtime, util } from "@aws-appsync/utils";
import { get } from "@aws-appsync/utils/dynamodb";

// /shop/{eventId}/{queue | board | status}: staff of that shop, as long as their token is not older than the
// moment they were removed; the status is for everyone signed in.
export const onSubscribe = {
  request(ctx) {
    const segments = ctx.info.channel.segments;
    // As in the API; AppSync lets ID tokens in too.
    if (ctx.identity.claims.token_use !== "access") util.unauthorized();
    if (segments.length !== 3 || segments.includes("*")) util.unauthorized();
    const eventId = segments[1];
    const kind = segments[2];
    if (kind === "status") return runtime.earlyReturn();
    if (kind !== "queue" && kind !== "board") util.unauthorized();
    const baristas = ["barista", "manager"];
    const readers = kind === "board" ? ["display", ...baristas] : baristas;
    const groups = ctx.identity.groups ?? [];
    if (!readers.some((role) => groups.includes(role) || groups.includes(`${role}-${eventId}`))) {
      util.unauthorized();
    }
    return get({ key: { PK: `revoked#${ctx.identity.sub}` }, consistentRead: true });
  },

  response(ctx) {
    // AppSync comes here although the table could not be asked: who is not known to be staff is refused.
    if (ctx.error) util.error("Who works here could not be looked up.", "LookupFailed");
    const issuedAt = ctx.identity.claims.iat * 1000;
    if (ctx.result && !(issuedAt > ctx.result.revokedAt)) util.unauthorized();
  },
};
