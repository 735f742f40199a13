import * as z from "zod/mini";

const Pattern = z.looseObject({
  source: z.optional(z.array(z.unknown())),
  "detail-type": z.optional(z.array(z.unknown())),
});

/** An event in full that has a pattern's plain source and detail type. */
export function sampleEvent(pattern: string): string {
  const { source = [], "detail-type": type = [] } = parse(pattern);
  const event = {
    version: "0",
    id: "11112222-3333-4444-5555-666677778888",
    "detail-type": firstText(type) ?? "Something.Happened",
    source: firstText(source) ?? "my.application",
    account: "000000000000",
    time: "2026-01-01T08:00:00Z",
    region: "us-east-1",
    resources: [],
    detail: {},
  };
  return JSON.stringify(event, null, 2);
}

function parse(pattern: string): z.infer<typeof Pattern> {
  try {
    return Pattern.parse(JSON.parse(pattern));
  } catch {
    return {};
  }
}

function firstText(values: readonly unknown[]): string | undefined {
  return values.find((value) => typeof value === "string");
}
