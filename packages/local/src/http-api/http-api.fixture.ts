import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { isAddressedToUs } from "../access";
import { CognitoPlace } from "../cognito/cognito.fixture";
import { deployForTests } from "../cognito/deploy-for-tests";
import { machineForTests } from "../machine-for-tests";
import type { Service } from "../service";
import { createHttpApiService } from "./http-api-service";

const functionArn = "arn:aws:lambda:us-east-1:000000000000:function:Api";
export const shop = "http://localhost:3000";

/** As CDK writes it; it comes from a parameter as text. */
const DefaultRouteSettings = { ThrottlingBurstLimit: "200", ThrottlingRateLimit: 100 };

type Answer = { Payload: string; FunctionError?: string };

/** The HTTP API with Cognito behind it, before a function that `answer` plays. */
export class HttpApiPlace {
  /** The events the function was given. */
  readonly events: Record<string, unknown>[] = [];
  answer: () => Answer | Promise<Answer> = () => ({ Payload: '{"statusCode":200}' });

  private constructor(
    readonly cognito: CognitoPlace,
    readonly port: number,
  ) {}

  #service: Service | undefined;

  /** @param host the interface it listens on */
  static async open(host = "127.0.0.1"): Promise<HttpApiPlace> {
    const place = new HttpApiPlace(await CognitoPlace.open(), await freePort());
    await place.#start(host);
    return place;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async #start(host: string): Promise<void> {
    const machine = machineForTests(this.cognito.folder, async (service, operation, input) => {
      if (service !== "lambda" || operation !== "Invoke" || input.FunctionName !== functionArn) {
        throw new Error(`unexpected call: ${service} ${operation} ${input.FunctionName}`);
      }
      this.events.push(JSON.parse(String(input.Payload)));
      return { StatusCode: 200, ...(await this.answer()) };
    });
    const service = createHttpApiService(
      { ...machine, clock: this.cognito.machine.clock },
      {
        host,
        port: this.port,
        publicUrl: this.url,
        isAddressedToUs: (request) => isAddressedToUs(request, { hosts: new Set(["127.0.0.1"]) }),
        verify: this.cognito.service.verifyToken,
      },
    );
    await this.#deploy(service);
    await service.start?.();
    this.#service = service;
  }

  async #deploy(service: Service): Promise<void> {
    const add = async (kind: string, logicalId: string, properties: object): Promise<string> =>
      (await deployForTests(service, `AWS::ApiGatewayV2::${kind}`, logicalId, properties)).ref;
    const ApiId = await add("Api", "Api", {
      Name: "api",
      ProtocolType: "HTTP",
      CorsConfiguration: {
        AllowOrigins: [shop],
        AllowMethods: ["GET", "PUT"],
        AllowHeaders: ["authorization", "content-type"],
        ExposeHeaders: ["etag"],
        MaxAge: 3600,
      },
    });
    const integration = await add("Integration", "Function", {
      ApiId,
      IntegrationType: "AWS_PROXY",
      IntegrationUri: functionArn,
      PayloadFormatVersion: "2.0",
    });
    const AuthorizerId = await add("Authorizer", "SignedIn", {
      ApiId,
      Name: "SignedIn",
      AuthorizerType: "JWT",
      IdentitySource: ["$request.header.Authorization"],
      JwtConfiguration: {
        Audience: [this.cognito.clientId],
        Issuer: this.cognito.service.issuer(this.cognito.poolId),
      },
    });
    const route = (RouteKey: string, more: object = {}): Promise<string> =>
      add("Route", RouteKey, { ApiId, RouteKey, Target: `integrations/${integration}`, ...more });
    const signedIn = { AuthorizationType: "JWT", AuthorizerId };
    await route("GET /open/{proxy+}");
    await route("POST /open/{proxy+}");
    await route("GET /orders/{id}", signedIn);
    await route("GET /scoped", { ...signedIn, AuthorizationScopes: ["coffee/drink"] });
    await route("GET /own", { ...signedIn, AuthorizationScopes: ["aws.cognito.signin.user.admin"] });
    await add("Stage", "Stage", { ApiId, StageName: "$default", AutoDeploy: true, DefaultRouteSettings });
  }

  async close(): Promise<void> {
    await this.#service?.close?.();
    await this.cognito.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe: Server = createServer().listen(0, "127.0.0.1", () => {
      // A port was given, so the address is an object.
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
