import { AppError } from "@serverlesspresso/contracts/error";
import { bodyLimit } from "hono/body-limit";
import { accountRoutes } from "./account/account-routes";
import { identify } from "./caller";
import { createRouter } from "./create-router";
import { describeApi } from "./describe-api";
import { ignoreEmptyBody } from "./ignore-empty-body";
import { limitRequests } from "./limit-requests";
import { lineRoutes } from "./line/line-routes";
import { logRequests } from "./log-requests";
import { commandRoutes } from "./orders/command-routes";
import { orderRoutes } from "./orders/order-routes";
import type { Ports } from "./ports";
import { qrCodeRoutes } from "./qr-code/qr-code-routes";
import { requestLimits } from "./rate-limits";
import { renderError } from "./render-error";
import { secureHeaders } from "./secure-headers";
import { shopRoutes } from "./shop/shop-routes";
import { staffRoutes } from "./staff/staff-routes";

const maxBodyBytes = 16 * 1024;

/** The HTTP API over its ports. */
export function createApp(ports: Ports, limits = requestLimits) {
  const app = createRouter();
  app.onError(renderError);
  app.notFound(() => {
    throw new AppError("not_found", "There is nothing here.");
  });
  app.use(logRequests);
  app.use(secureHeaders);
  app.use(identify(ports));
  app.use(limitRequests(ports, limits));
  app.use(ignoreEmptyBody);
  app.use(
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: () => {
        throw new AppError("body_too_large", "The body is larger than 16 kB.");
      },
    }),
  );
  app
    .route("/", shopRoutes(ports))
    .route("/", lineRoutes(ports))
    .route("/", qrCodeRoutes(ports))
    .route("/", orderRoutes(ports))
    .route("/", commandRoutes(ports))
    .route("/", staffRoutes(ports))
    .route("/", accountRoutes(ports));
  const description = describeApi(app);
  app.get("/openapi.json", (c) => c.json(description));
  return app;
}
