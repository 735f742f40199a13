import type { AwsError } from "../aws-error";

const namespace = "http://queue.amazonaws.com/doc/2012-11-05/";

/** A map or list of the operations' inputs, and how the form spells it: `Attribute.1.Name`, `AttributeName.1`. */
const formMaps: Readonly<Record<string, string>> = {
  Attribute: "Attributes",
  MessageAttribute: "MessageAttributes",
};
const formLists: Readonly<Record<string, string>> = {
  AttributeName: "AttributeNames",
  MessageAttributeName: "MessageAttributeNames",
  MessageSystemAttributeName: "MessageSystemAttributeNames",
  SendMessageBatchRequestEntry: "Entries",
  DeleteMessageBatchRequestEntry: "Entries",
  ChangeMessageVisibilityBatchRequestEntry: "Entries",
};

/** A form's nested names as a tree: `MessageAttribute.1.Value.StringValue` is four levels deep. */
type Node = string | Map<string, Node>;

/**
 * Reads a form of the query protocol (`Action=SendMessage&…`) into the input of the JSON operation.
 * Numbers stay texts; the operations take both.
 */
export function fromQueryForm(_operation: string, form: URLSearchParams): Record<string, unknown> {
  const root = new Map<string, Node>();
  for (const [name, value] of form) {
    if (name !== "Action" && name !== "Version") insert(root, name.split("."), value);
  }
  return toInput(root);
}

function insert(node: Map<string, Node>, [first = "", ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    node.set(first, value);
    return;
  }
  const child = node.get(first);
  const next = child instanceof Map ? child : new Map<string, Node>();
  node.set(first, next);
  insert(next, rest, value);
}

function toInput(node: Map<string, Node>): Record<string, unknown> {
  return Object.fromEntries(
    [...node].map(([name, child]) => {
      if (typeof child === "string") return [name, child];
      const map = formMaps[name];
      if (map !== undefined) return [map, Object.fromEntries(inOrder(child).map(toMapMember))];
      const list = formLists[name];
      if (list !== undefined) return [list, inOrder(child).map(toValue)];
      return [name, toInput(child)];
    }),
  );
}

function toMapMember(node: Node): [string, unknown] {
  if (typeof node === "string") return [node, ""];
  return [String(node.get("Name")), toValue(node.get("Value") ?? "")];
}

function toValue(node: Node): unknown {
  return typeof node === "string" ? node : toInput(node);
}

function inOrder(node: Map<string, Node>): Node[] {
  return [...node].sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => child);
}

/** The members of answers that the query protocol spells differently; lists are flattened. */
const xmlNames: Readonly<Record<string, string>> = {
  Attributes: "Attribute",
  MessageAttributes: "MessageAttribute",
  Messages: "Message",
  QueueUrls: "QueueUrl",
  Failed: "BatchResultErrorEntry",
  Results: "ListMessageMoveTasksResultEntry",
  queueUrls: "QueueUrl",
};

/** Writes the answer of the JSON operation as the query protocol's XML. */
export function toQueryXml(operation: string, output: object, requestId: string): string {
  const result = members(operation, output);
  return `<?xml version="1.0"?>${element(
    `${operation}Response`,
    `${result === "" ? "" : element(`${operation}Result`, result)}${element("ResponseMetadata", element("RequestId", requestId))}`,
    ` xmlns="${namespace}"`,
  )}`;
}

/** Codes of the JSON protocol that the query protocol spells differently. */
const queryCodes: Readonly<Record<string, string>> = {
  QueueDoesNotExist: "AWS.SimpleQueueService.NonExistentQueue",
  QueueNameExists: "QueueAlreadyExists",
  EmptyBatchRequest: "AWS.SimpleQueueService.EmptyBatchRequest",
  TooManyEntriesInBatchRequest: "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
  BatchEntryIdsNotDistinct: "AWS.SimpleQueueService.BatchEntryIdsNotDistinct",
  MessageNotInflight: "AWS.SimpleQueueService.MessageNotInflight",
};

/** The code of an error in the query protocol, also the JSON protocol's `x-amzn-query-error` before its `;Sender`. */
export function toQueryErrorCode(code: string): string {
  return queryCodes[code] ?? code;
}

/** Writes an error as the query protocol's XML. */
export function toQueryErrorXml(error: AwsError, requestId: string): string {
  const fault = error.status < 500 ? "Sender" : "Receiver";
  const body = `${element("Type", fault)}${element("Code", toQueryErrorCode(error.code))}${element("Message", escapeXml(error.message))}${element("Detail", "")}`;
  return `<?xml version="1.0"?>${element(
    "ErrorResponse",
    `${element("Error", body)}${element("RequestId", requestId)}`,
    ` xmlns="${namespace}"`,
  )}`;
}

function members(operation: string, output: object): string {
  return Object.entries(output)
    .map(([name, value]) => {
      const xmlName = name === "Successful" ? `${operation}ResultEntry` : (xmlNames[name] ?? name);
      if (value === undefined) return "";
      if (Array.isArray(value))
        return value.map((each) => element(xmlName, content(operation, each))).join("");
      if (name === "Attributes" || name === "MessageAttributes") {
        return Object.entries(value)
          .map(([key, each]) =>
            element(xmlName, element("Name", escapeXml(key)) + element("Value", content(operation, each))),
          )
          .join("");
      }
      return element(xmlName, content(operation, value));
    })
    .join("");
}

function content(operation: string, value: unknown): string {
  return typeof value === "object" && value !== null ? members(operation, value) : escapeXml(String(value));
}

function element(name: string, inner: string, attributes = ""): string {
  return `<${name}${attributes}>${inner}</${name}>`;
}

/** Characters that XML cannot carry at all become U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;")
    .replaceAll(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}
