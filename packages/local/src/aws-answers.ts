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

/** Answers as the query protocol does: XML, lists as `<member>`. */
export function sendXml(
  response: ServerResponse,
  operation: string,
  requestId: string,
  answer: object,
): void {
  const result = xmlOf(`${operation}Result`, answer);
  const metadata = xmlOf("ResponseMetadata", { RequestId: requestId });
  response.writeHead(200, { "content-type": "text/xml" });
  response.end(`<${operation}Response>${result}${metadata}</${operation}Response>`);
}

export function sendXmlError(response: ServerResponse, error: AwsError, requestId: string): void {
  const Type = error.status < 500 ? "Sender" : "Receiver";
  const detail = { Error: { Type, Code: error.code, Message: error.message }, RequestId: requestId };
  response.writeHead(error.status, { "content-type": "text/xml" }).end(xmlOf("ErrorResponse", detail));
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
