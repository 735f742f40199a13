/** What an ARN names, as people call it. */
export interface Resource {
  readonly kind: "function" | "state machine" | "execution" | "log group" | "queue" | "event bus" | "other";
  readonly name: string;
}

/** `arn:aws:lambda:us-east-1:000000000000:function:Api` is the function `Api`. */
export function resourceOf(arn: string): Resource {
  const [, , service = "", , , ...rest] = arn.split(":");
  const [type = "", ...names] = rest;
  switch (service) {
    case "lambda":
      return { kind: "function", name: names[0] ?? arn };
    case "states":
      return type === "execution"
        ? { kind: "execution", name: names.at(-1) ?? arn }
        : { kind: "state machine", name: names[0] ?? arn };
    case "logs":
      return { kind: "log group", name: names[0] ?? arn };
    case "sqs":
      return { kind: "queue", name: type };
    case "events":
      return { kind: "event bus", name: type.replace("event-bus/", "") };
    default:
      return { kind: "other", name: arn };
  }
}
