import { ErrorBody } from "@serverlesspresso/contracts/error";
import type { createRouter } from "./create-router";

const errorAnswer = {
  description: "What is wrong",
  content: { "application/json": { schema: { $ref: "#/components/schemas/ErrorBody" } } },
};

/** The API's OpenAPI document: every route may answer an `ErrorBody`. */
export function describeApi(router: ReturnType<typeof createRouter>) {
  router.openAPIRegistry.register("ErrorBody", ErrorBody);
  router.openAPIRegistry.registerComponent("securitySchemes", "signedIn", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
  });
  const document = router.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Serverlesspresso", version: "1" },
    security: [{ signedIn: [] }],
  });
  for (const operations of Object.values(document.paths ?? {})) {
    for (const method of ["get", "put", "post", "patch", "delete"] as const) {
      const operation = operations?.[method];
      if (operation) operation.responses = { ...operation.responses, default: errorAnswer };
    }
  }
  return document;
}
