import type { createRouter } from "./create-router";

/** The API's OpenAPI document, made from the schemas that requests and answers are held to. */
export function describeApi(router: ReturnType<typeof createRouter>) {
  const { openAPIRegistry: registry } = router;
  const bearer = { type: "http", scheme: "bearer", bearerFormat: "JWT" } as const;
  const signedIn = registry.registerComponent("securitySchemes", "signedIn", bearer);
  return router.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Serverlesspresso", version: "1" },
    security: [{ [signedIn.name]: [] }],
  });
}
