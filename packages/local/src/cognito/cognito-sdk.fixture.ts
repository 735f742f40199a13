import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { dispatch, toAwsError } from "../dispatch";
import { CognitoPlace } from "./cognito.fixture";

/** Cognito on a port of its own, and AWS's own client for it. */
export class CognitoSdkPlace {
  private constructor(
    readonly cognito: CognitoPlace,
    private readonly server: Server,
    readonly sdk: CognitoIdentityProviderClient,
  ) {}

  static async open(client: object = {}): Promise<CognitoSdkPlace> {
    const cognito = await CognitoPlace.open(client);
    const server = createServer(async (request, response) => {
      const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
      const [, operation = ""] = String(request.headers["x-amz-target"]).split(".");
      response.setHeader("content-type", "application/x-amz-json-1.1");
      try {
        response.end(JSON.stringify(await dispatch(cognito.service, operation, body)));
      } catch (cause) {
        const { code, message } = toAwsError(cause);
        response.writeHead(400).end(JSON.stringify({ __type: code, message }));
      }
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    // A port was given, so the address is an object.
    const { port } = server.address() as AddressInfo;
    const sdk = new CognitoIdentityProviderClient({
      endpoint: `http://127.0.0.1:${port}`,
      region: "us-east-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    });
    return new CognitoSdkPlace(cognito, server, sdk);
  }

  async close(): Promise<void> {
    this.sdk.destroy();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
    await this.cognito.close();
  }
}
