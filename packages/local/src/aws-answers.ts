import type { ServerResponse } from "node:http";
import type { AwsError } from "./aws-error";

/** Answers as the JSON protocols do. */
export function sendJson(response: ServerResponse, version: "1.0" | "1.1", answer: object): void {
  response.writeHead(200, { "content-type": `application/x-amz-json-${version}` });
  response.end(JSON.stringify(answer));
}

/** An error of the JSON protocols and of the REST paths. */
export function sendJsonError(response: ServerResponse, error: AwsError, version?: "1.0" | "1.1"): void {
  response.writeHead(error.status, {
    "content-type": version === undefined ? "application/json" : `application/x-amz-json-${version}`,
    "x-amzn-errortype": error.code,
  });
  response.end(JSON.stringify({ __type: error.code, message: error.message, ...error.members }));
}

/** An answer of the query protocol: XML, lists as `<member>`. */
export function resultXml(operation: string, answer: object, requestId: string): string {
  const result = xmlOf(`${operation}Result`, answer);
  return `<${operation}Response>${result}${xmlOf("ResponseMetadata", { RequestId: requestId })}</${operation}Response>`;
}

export function errorXml(error: AwsError, requestId: string): string {
  const Type = error.status < 500 ? "Sender" : "Receiver";
  const detail = { Error: { Type, Code: error.code, Message: error.message }, RequestId: requestId };
  return xmlOf("ErrorResponse", detail);
}

export function sendXml(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { "content-type": "text/xml" }).end(xml);
}

function xmlOf(name: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  return `<${name}>${contentOf(value)}</${name}>`;
}

function contentOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((element) => xmlOf("member", element)).join("");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([name, member]) => xmlOf(name, member))
      .join("");
  }
  return String(value).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
