import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocket } from "ws";
import { CognitoPlace } from "../cognito/cognito.fixture";
import { deployForTests } from "../cognito/deploy-for-tests";
import type { AwsCalls, Deployed } from "../service";
import { type AppSyncService, createAppSyncService } from "./appsync-service";

const shopHandlers = `
import { util } from "@aws-appsync/utils";
export function onSubscribe(ctx) {
  const [, , kind] = ctx.info.channel.segments;
  if (ctx.info.channel.segments.includes("*")) util.unauthorized();
  const groups = ctx.identity.groups ?? [];
  if (kind === "queue" && !groups.some((group) => ["staff", "boss"].includes(group))) util.unauthorized();
}`;
const customerHandlers = `
import { util } from '@aws-appsync/utils'
export function onSubscribe(ctx) {
  const segments = ctx.info.channel.segments
  if (segments.length !== 2 || segments[1] !== ctx.identity.sub) util.unauthorized()
}`;
const filterHandlers = `
export function onPublish(ctx) {
  return ctx.events
    .filter((event) => event.payload !== "drop")
    .map((event) => (event.payload === "bad" ? { ...event, error: "bad event" } : { ...event, payload: { seen: event.payload } }));
}`;

const signature =
  "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/appsync/aws4_request, " +
  `SignedHeaders=host;x-amz-date, Signature=${"0a".repeat(32)}`;

type Message = Record<string, unknown>;
// Answers are open structures; a test reads what it asked for.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Open = any;

/** The event API with Cognito behind it, on a port of its own. */
export class AppSyncPlace {
  readonly #sockets: WebSocket[] = [];

  private constructor(
    readonly cognito: CognitoPlace,
    readonly service: AppSyncService,
    private readonly server: Server,
    readonly port: number,
    readonly apiId: string,
  ) {}

  deploy(type: string, properties: object): Promise<Deployed> {
    return deployForTests(this.service, type, "Resource", { ApiId: this.apiId, ...properties });
  }

  /** @param aws the services that data sources ask, where a test has some */
  static async open(aws?: AwsCalls): Promise<AppSyncPlace> {
    const cognito = await CognitoPlace.open();
    const service = createAppSyncService(aws ? { ...cognito.machine, aws } : cognito.machine, {
      host: "localhost:4566",
      verify: cognito.service.verifyToken,
    });
    const apiId = await deployApi(service, cognito.poolId);
    const server = createServer(async (request, response) => {
      const { method = "", headers, socket } = request;
      const url = new URL(request.url ?? "/", "http://localhost");
      const body = Buffer.concat(await request.toArray());
      // A test names another peer where the call is to come from the network.
      const peer = String(headers["x-peer"] ?? socket.remoteAddress);
      const taken = await service.handle?.({ method, url, headers, body, peer }, response);
      if (!taken) response.writeHead(404).end();
    });
    server.on("upgrade", (request, socket, head) => {
      if (!service.upgrade(request, socket, head)) socket.destroy();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    // A port was given, so the address is an object.
    const { port } = server.address() as AddressInfo;
    return new AppSyncPlace(cognito, service, server, port, apiId);
  }

  async signIn(email: string, groups: readonly string[] = []): Promise<{ sub: string; token: string }> {
    const sub = await this.cognito.createUser(email, groups);
    return { sub, token: (await this.cognito.signIn(email)).AccessToken };
  }

  async publish(
    channel: string,
    events: unknown[],
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: Open }> {
    const response = await fetch(`http://127.0.0.1:${this.port}/event`, {
      method: "POST",
      headers: { authorization: signature, ...headers },
      body: JSON.stringify({ channel, events }),
    });
    return { status: response.status, body: await response.json() };
  }

  /** Opens a socket as a browser does, without `connection_init`. */
  socket(token: string, protocols?: string[]): Feed {
    const header = Buffer.from(JSON.stringify({ Authorization: token, host: "localhost:4566" }));
    const socket = new WebSocket(
      `ws://127.0.0.1:${this.port}/event/realtime`,
      protocols ?? ["aws-appsync-event-ws", `header-${header.toString("base64url")}`],
    );
    this.#sockets.push(socket);
    return new Feed(socket, token);
  }

  async connect(token: string): Promise<Feed> {
    const feed = this.socket(token);
    feed.send({ type: "connection_init" });
    await feed.next();
    return feed;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.terminate();
    await this.service.close?.();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
    await this.cognito.close();
  }
}

/** One client's socket; messages are read one after the other. */
export class Feed {
  readonly #messages: Message[] = [];
  readonly #readers: ((message: Message) => void)[] = [];
  readonly #opened: Promise<void>;
  readonly closed: Promise<number>;

  constructor(
    readonly socket: WebSocket,
    private readonly token: string,
  ) {
    this.#opened = new Promise((done) => socket.once("open", done));
    this.closed = new Promise((done) => socket.once("close", done));
    socket.on("error", () => undefined);
    socket.on("message", (data) => {
      const message = JSON.parse(String(data));
      const reader = this.#readers.shift();
      if (reader) reader(message);
      else this.#messages.push(message);
    });
  }

  send(message: Message): void {
    void this.#opened.then(() => this.socket.send(JSON.stringify(message)));
  }

  next(): Promise<Message> {
    const message = this.#messages.shift();
    return message ? Promise.resolve(message) : new Promise((done) => this.#readers.push(done));
  }

  ask(message: Message): Promise<Message> {
    this.send(message);
    return this.next();
  }

  subscribe(id: string, channel: unknown, Authorization = this.token): Promise<Message> {
    return this.ask({
      type: "subscribe",
      id,
      channel,
      authorization: { Authorization, host: "localhost:4566" },
    });
  }
}

/** Answers the API's id. */
async function deployApi(service: AppSyncService, UserPoolId: string): Promise<string> {
  const cognito = { AuthType: "AMAZON_COGNITO_USER_POOLS" };
  const { attributes } = await deployForTests(service, "AWS::AppSync::Api", "Live", {
    Name: "live",
    EventConfig: {
      AuthProviders: [
        { ...cognito, CognitoConfig: { UserPoolId, AwsRegion: "us-east-1" } },
        { AuthType: "AWS_IAM" },
      ],
      ConnectionAuthModes: [cognito],
      DefaultPublishAuthModes: [{ AuthType: "AWS_IAM" }],
      DefaultSubscribeAuthModes: [cognito],
    },
  });
  const namespace = (Name: string, more: object) =>
    deployForTests(service, "AWS::AppSync::ChannelNamespace", Name, {
      ApiId: attributes?.ApiId,
      Name,
      HandlerConfigs: {},
      ...more,
    });
  await namespace("shop", { CodeHandlers: shopHandlers });
  await namespace("customer", { CodeHandlers: customerHandlers });
  await namespace("plain", {});
  await namespace("filter", { CodeHandlers: filterHandlers });
  await namespace("chat", { PublishAuthModes: [cognito] });
  return String(attributes?.ApiId);
}
