import { z } from "zod";
import { AwsError } from "../aws-error";
import { parseJson } from "../json-depth";
import { eventFields } from "./event-fields";
import { compilePattern } from "./event-pattern";

const Input = z.object({ EventPattern: z.string(), Event: z.string() });

/** AWS insists on the members of an envelope, but not on all of them. */
const Event = z.looseObject({
  id: z.string(),
  account: z.string(),
  source: z.string(),
  time: z.string(),
  region: z.string(),
  resources: z.array(z.string()),
  "detail-type": z.string(),
});

/** `TestEventPattern` */
export function testEventPattern(input: unknown): { Result: boolean } {
  const { EventPattern, Event: text } = Input.parse(input);
  const pattern = compilePattern(EventPattern);
  return { Result: pattern.matches(eventFields(readEvent(text))) };
}

function readEvent(text: string): unknown {
  try {
    return Event.parse(parseJson(text));
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : "it is not JSON";
    throw new AwsError("ValidationException", `Parameter Event is not valid. Reason: ${reason}`);
  }
}
