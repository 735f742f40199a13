import { ErrorBody } from "@serverlesspresso/contracts/error";
import * as z from "zod/mini";
import { accessExtension, type Route, type RouteDeclaration } from "./define-route";

/** The API's OpenAPI document, made from the schemas that requests and answers are held to. */
export function describeApi(routes: readonly Route[]): object {
  const schemas = {};
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: describeRoute(route, schemas) };
  }
  const document = {
    openapi: "3.1.0",
    info: { title: "Serverlesspresso", version: "1" },
    security: [{ signedIn: [] }],
    components: {
      securitySchemes: { signedIn: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas,
    },
    paths,
  };
  return JSON.parse(JSON.stringify(document).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

function describeRoute({ summary, access, request, answer }: RouteDeclaration, schemas: object): object {
  const { query, params, headers, body } = request;
  const parameters = [
    ...describeFields("path", params),
    ...describeFields("query", query),
    ...describeFields("header", headers),
  ];
  return {
    summary,
    [accessExtension]: access,
    ...(access === "public" && { security: [] }),
    parameters,
    ...(body && { requestBody: { required: body.required, content: describeJson(body.schema, schemas) } }),
    responses: {
      200: { description: answer.description, content: describeJson(answer.schema, schemas) },
      default: { description: "What is wrong", content: describeJson(ErrorBody, schemas) },
    },
  };
}

function describeFields(where: "query" | "path" | "header", fields: z.ZodMiniObject = z.object({})) {
  const { properties = {}, required = [] } = toJsonSchema(fields);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema,
  }));
}

/** Refers to a schema that has a name, and leaves what is named among `schemas`. */
function describeJson(schema: z.ZodMiniType, schemas: object) {
  const { $defs, items } = toJsonSchema(z.array(schema));
  Object.assign(schemas, $defs);
  return { "application/json": { schema: items } };
}

function toJsonSchema(schema: z.ZodMiniType) {
  return z.toJSONSchema(schema, {
    io: "input",
    override({ jsonSchema }) {
      // A format says all that its pattern does, and every integer of JSON is one that is safe.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
}
