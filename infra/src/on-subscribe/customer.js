import { util } from "@aws-appsync/utils";

// /customer/{sub}: that customer alone.
export function onSubscribe(ctx) {
  const segments = ctx.info.channel.segments;
  if (segments.length !== 2 || segments[1] !== ctx.identity.sub) util.unauthorized();
}
