import { Sha256 } from "@aws-crypto/sha256-js";
import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { SignatureV4 } from "@smithy/signature-v4";
import * as z from "zod/mini";
import type { LiveMessage } from "../live/messages-for";
import type { LiveFeed } from "../live/publish-changes";

const timeoutMs = 5_000;

const Published = z.object({ failed: z.array(z.unknown()) });

/** The live feed on AppSync Events: https://docs.aws.amazon.com/appsync/latest/eventapi/publish-http.html */
export class AppSyncEvents implements LiveFeed {
  readonly #url: URL;
  readonly #signer: SignatureV4;

  constructor(url: string, region: string) {
    this.#url = new URL("/event", url);
    this.#signer = new SignatureV4({
      service: "appsync",
      region,
      credentials: defaultProvider(),
      sha256: Sha256,
    });
  }

  async publish({ channel, message }: LiveMessage): Promise<void> {
    const body = JSON.stringify({ channel, events: [JSON.stringify(message)] });
    const { headers } = await this.#signer.sign({
      method: "POST",
      protocol: this.#url.protocol,
      hostname: this.#url.hostname,
      path: this.#url.pathname,
      headers: { host: this.#url.host, "content-type": "application/json" },
      body,
    });
    // fetch writes the host by itself, the same one.
    const { host, ...sent } = headers;
    const answer = await fetch(this.#url, {
      method: "POST",
      headers: sent,
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!answer.ok) throw new Error(`The live feed answered ${answer.status}.`);
    const { failed } = Published.parse(await answer.json());
    if (failed.length > 0) throw new Error("The live feed did not take the message.");
  }
}
