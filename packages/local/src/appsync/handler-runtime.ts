/**
 * What the handlers' sandbox holds of APPSYNC_JS. Everything goes in and out as text, so that no object
 * of this process is within a handler's reach. A member that is not here refuses by its name.
 */
export const handlerRuntime = `
class Fault extends Error {
  constructor(type, message) { super(message); this.type = type; }
}
class EarlyReturn {
  constructor(value) { this.value = value; }
}
function onlyThese(name, members) {
  return new Proxy(members, {
    get(known, member) {
      if (Object.hasOwn(known, member)) return known[member];
      throw new Fault("UnsupportedOperation", name + "." + String(member) + " is not supported here");
    },
  });
}
const util = onlyThese("util", {
  unauthorized() { throw new Fault("UnauthorizedException", ""); },
  error(message, type) { throw new Fault(type ?? "CustomError", message); },
  matches(pattern, data) { return new RegExp(pattern).test(data); },
});
const runtime = onlyThese("runtime", {
  earlyReturn(value) { throw new EarlyReturn(value); },
});
const dynamodb = onlyThese("dynamodb", {
  get({ key, consistentRead, projection }) {
    return {
      operation: "GetItem",
      key: Object.fromEntries(Object.entries(key).map(([name, value]) => [name, toKeyValue(name, value)])),
      consistentRead: consistentRead ?? false,
      projection: projection ? toProjection(projection) : undefined,
    };
  },
});
function toKeyValue(name, value) {
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  throw new Fault("DynamoDB:ValidationException", "key " + name + " must be a string or a number");
}
function toProjection(paths) {
  const expressionNames = {};
  const place = (part) => {
    const placeholder = "#p" + Object.keys(expressionNames).length;
    expressionNames[placeholder] = part;
    return placeholder;
  };
  const expression = paths.map((path) => path.split(".").map(place).join(".")).join(", ");
  return { expression, expressionNames };
}
const modules = onlyThese("module", {
  "@aws-appsync/utils": onlyThese("import", { util, runtime }),
  "@aws-appsync/utils/dynamodb": dynamodb,
});
const console = Object.freeze({ log() {}, error() {} });
const handlers = {};
function partsOf(handler) {
  if (typeof handler === "function") return "function";
  const isPair = typeof handler?.request === "function" && typeof handler?.response === "function";
  return isPair ? "request and response" : "";
}
function listHandlers() {
  return JSON.stringify(Object.entries(handlers).map(([name, handler]) => [name, partsOf(handler)]));
}
function run(name, part, input) {
  const context = JSON.parse(input);
  try {
    const handler = handlers[name];
    const value = part === "function" ? handler(context) : handler[part](context);
    return JSON.stringify({ value, stash: context.stash });
  } catch (error) {
    if (error instanceof EarlyReturn) return JSON.stringify({ value: error.value, isEarly: true });
    return JSON.stringify({ error: { type: error?.type ?? "CodeError", message: String(error?.message) } });
  }
}`;
