import { AppError } from "@serverlesspresso/contracts/error";
import { Hono } from "hono";
import { accountRoutes } from "./account/account-routes";
import type { ApiEnv } from "./api-env";
import { identify } from "./caller";
import { describeApi } from "./describe-api";
import { ignoreEmptyBody } from "./ignore-empty-body";
import { limitRequests } from "./limit-requests";
import { lineRoutes } from "./line/line-routes";
import { logRequests } from "./log-requests";
import { menuRoutes } from "./menu/menu-routes";
import { commandRoutes } from "./orders/command-routes";
import { orderRoutes } from "./orders/order-routes";
import type { Ports } from "./ports";
import { qrCodeRoutes } from "./qr-code/qr-code-routes";
import { requestLimits } from "./rate-limits";
import { renderError } from "./render-error";
import { secureHeaders } from "./secure-headers";
import { shopRoutes } from "./shop/shop-routes";
import { staffRoutes } from "./staff/staff-routes";
import { statsRoutes } from "./stats/stats-routes";

/** The HTTP API over its ports. */
export function createApp(ports: Ports, limits = requestLimits) {
  const app = new Hono<ApiEnv>();
  app.onError(renderError);
  app.notFound(() => {
    throw new AppError("not_found", "There is nothing here.");
  });
  app.use(logRequests);
  app.use(secureHeaders);
  app.use(identify(ports));
  app.use(limitRequests(ports, limits));
  app.use(ignoreEmptyBody);
  const served = [
    ...shopRoutes(ports),
    ...menuRoutes(ports),
    ...lineRoutes(ports),
    ...qrCodeRoutes(ports),
    ...orderRoutes(ports),
    ...commandRoutes(ports),
    ...statsRoutes(ports),
    ...staffRoutes(ports),
    ...accountRoutes(ports),
  ];
  for (const { route, handler } of served) {
    app.on(route.method, [route.path.replaceAll(/\{(\w+)\}/g, ":$1")], ...route.checks, handler);
  }
  const description = describeApi(served.map(({ route }) => route));
  app.get("/openapi.json", (c) => c.json(description));
  return app;
}
