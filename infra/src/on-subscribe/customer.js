import { util } from "@aws-appsync/utils";

// /customer/{sub}: that customer alone, by an access token as in the API; AppSync lets ID tokens in too.
export function onSubscribe(ctx) {
  const segments = ctx.info.channel.segments;
  if (ctx.identity.claims.token_use !== "access") util.unauthorized();
  if (segments.length !== 2 || segments[1] !== ctx.identity.sub) util.unauthorized();
}
