import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { FaultPlan } from "./faults/fault";

export interface Options {
  readonly templateFile: string;
  readonly dataFolder: string;
  readonly reset: boolean;
  readonly lan: boolean;
  readonly ports: { readonly first: number; readonly api: number; readonly aws: number };
  readonly parameters: Readonly<Record<string, string>>;
  readonly sites: readonly SiteOption[];
  /** Further origins whose pages may call the public operations. */
  readonly origins: readonly string[];
  readonly fixtures: readonly string[];
  readonly smtp: string | undefined;
  readonly clockRate: number;
  /** For tests: by how much of the machine's clock an index is behind its table. */
  readonly indexLagSeconds: number;
  /** Faults can be set while it runs, and these are from the start; without it none ever can. */
  readonly faults: FaultPlan | undefined;
}

export interface SiteOption {
  readonly port: number;
  readonly folder: string;
  readonly name: string;
}

export class OptionError extends Error {
  override readonly name = "OptionError";
}

export const help = `AWS on one machine: deploys a CloudFormation template and runs it.

  --template FILE            the template; its *.assets.json lies beside it
  --data DIR                 all data (default .local)
  --reset                    empty the data folder first
  --lan                      answer the local network too (apps, API, live feed, public sign-in calls)
  --port-base N              sites at N, N+1, N+2, HTTP API at N+1000, AWS at N+1566 (default 3000)
  --parameter KEY=VALUE      a parameter of the template; repeatable
  --site OFFSET=DIR[:NAME]   serve a static export at port N+OFFSET; repeatable
  --origin URL               a further page's origin that may make public calls; repeatable
  --fixtures FILE            items, users and groups, applied once to an empty data folder; repeatable
  --smtp URL                 send mail by this server instead of only showing it here
  --clock-rate N             seconds of the machine's clock in one real second (default 1)
  --index-lag SECONDS        for tests: reads of an index see what was written so long ago (default 0)
  --faults JSON              for tests: let calls and deliveries fail, from the start and by /_local/faults
  --help                     this text

DYNAMODB_ENDPOINT=URL        use a DynamoDB engine that already runs

--faults takes '{"seed":1,"faults":[…]}', as POST /_local/faults does while it runs (an empty list ends them);
GET /_local/faults shows them with what they did. A fault is {"service":…,"operation":…,"mode":…} with
  "share":0.2  of the matching calls    "count":5  at most          "after":3  not the first three
  "containing":"text of the request"    "caller":"a function's name"
and one of these modes:
  throttle, conflict, error ("code", "status")    the service's own error; nothing is done
  refuse, drop-answer      no answer: nothing was done, everything was done
  kill-caller              everything was done, and the calling function's worker ends before it learns of it
  slow ("seconds")         everything is done later
  twice, late ("seconds"), shuffle ("seconds"), dead-letter    service events, operation Deliver: a rule's delivery
  lose, twice              service appsync, operation Data: a live message to one subscriber
The HTTP API is service apigateway with the method as operation and the path as text, AppSync's publish is
appsync Publish, a rule that starts a workflow is also states StartExecution.
  {"service":"events","operation":"Deliver","mode":"twice","share":0.2}
  {"service":"dynamodb","operation":"UpdateItem","mode":"kill-caller","caller":"Api","after":2,"count":1}
`;

/**
 * Reads the command line.
 * @returns "help" when only the help is asked for
 * @throws OptionError naming the flag that is wrong
 */
export function parseOptions(args: readonly string[]): Options | "help" {
  const flags = parseFlags(args);
  if (flags.help) return "help";
  if (flags.template === undefined) throw new OptionError("--template FILE is missing");
  const first = wholeNumber("--port-base", flags["port-base"] ?? "3000", 1, 65_535 - 1566);
  return {
    templateFile: resolve(flags.template),
    dataFolder: resolve(flags.data ?? ".local"),
    reset: flags.reset ?? false,
    lan: flags.lan ?? false,
    ports: { first, api: first + 1000, aws: first + 1566 },
    parameters: Object.fromEntries((flags.parameter ?? []).map((text) => keyValue("--parameter", text))),
    sites: (flags.site ?? []).map((text) => siteOption(text, first)),
    origins: (flags.origin ?? []).map((text) => url("--origin", text).origin),
    fixtures: (flags.fixtures ?? []).map((file) => resolve(file)),
    smtp: flags.smtp === undefined ? undefined : url("--smtp", flags.smtp).href,
    clockRate: clockRate(flags["clock-rate"] ?? "1"),
    indexLagSeconds: wholeNumber("--index-lag", flags["index-lag"] ?? "0", 0, 3600),
    faults: flags.faults === undefined ? undefined : faultPlan(flags.faults),
  };
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        template: { type: "string" },
        data: { type: "string" },
        reset: { type: "boolean" },
        lan: { type: "boolean" },
        "port-base": { type: "string" },
        parameter: { type: "string", multiple: true },
        site: { type: "string", multiple: true },
        origin: { type: "string", multiple: true },
        fixtures: { type: "string", multiple: true },
        smtp: { type: "string" },
        "clock-rate": { type: "string" },
        "index-lag": { type: "string" },
        faults: { type: "string" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (cause) {
    throw new OptionError(cause instanceof Error ? cause.message : String(cause));
  }
}

function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new OptionError(`${flag} ${text}: a whole number from ${least} to ${most} is needed`);
  }
  return value;
}

function clockRate(text: string): number {
  const rate = Number(text);
  if (!(rate > 0 && rate <= 10_000)) {
    throw new OptionError(`--clock-rate ${text}: a number above 0, at most 10000, is needed`);
  }
  return rate;
}

function faultPlan(text: string): FaultPlan {
  try {
    return FaultPlan.parse(JSON.parse(text));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new OptionError(`--faults: ${why}`);
  }
}

function keyValue(flag: string, text: string): [string, string] {
  const equals = text.indexOf("=");
  if (equals < 1) throw new OptionError(`${flag} ${text}: KEY=VALUE is needed`);
  return [text.slice(0, equals), text.slice(equals + 1)];
}

function siteOption(text: string, first: number): SiteOption {
  const [offset, place] = keyValue("--site", text);
  const port = first + wholeNumber("--site", offset, 0, 65_535 - first);
  const [, folder = "", name] = /^(.+?)(?::([^:/\\]+))?$/.exec(place) ?? [];
  if (folder === "") throw new OptionError(`--site ${text}: OFFSET=DIR[:NAME] is needed`);
  return { port, folder: resolve(folder), name: name ?? basename(folder) };
}

function url(flag: string, text: string): URL {
  if (!URL.canParse(text)) throw new OptionError(`${flag}: a URL is needed`);
  return new URL(text);
}
