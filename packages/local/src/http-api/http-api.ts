import type { AuthorizerProperties, CorsConfiguration, RouteProperties } from "./http-api-properties";
import { type PathPattern, parsePath } from "./match-route";

export interface Route {
  readonly key: string;
  readonly method: string;
  /** Missing for `$default`. */
  readonly path: PathPattern | undefined;
  readonly integrationId: string;
  readonly authorizerId: string | undefined;
  readonly scopes: readonly string[];
}

/** The one API that this machine serves, as the template describes it. */
export class HttpApi {
  id: string | undefined;
  cors: CorsConfiguration | undefined;
  hasStage = false;
  readonly #routes = new Map<string, Route>();
  readonly #functionArns = new Map<string, string>();
  readonly #authorizers = new Map<string, AuthorizerProperties>();

  get routes(): IterableIterator<Route> {
    return this.#routes.values();
  }

  /** @throws Error when a second API is deployed: one port cannot tell them apart */
  describe(id: string, cors: CorsConfiguration | undefined): void {
    if (this.id !== undefined && this.id !== id) throw new Error("a second HTTP API is not supported here");
    this.id = id;
    this.cors = cors;
  }

  addIntegration(id: string, functionArn: string): void {
    this.#functionArns.set(id, functionArn);
  }

  addAuthorizer(id: string, properties: AuthorizerProperties): void {
    this.#authorizers.set(id, properties);
  }

  addRoute(id: string, properties: RouteProperties): void {
    const integrationId = properties.Target.replace("integrations/", "");
    if (!this.#functionArns.has(integrationId)) {
      throw new Error(`route ${properties.RouteKey}: there is no integration ${integrationId}`);
    }
    if (properties.AuthorizationType === "JWT" && !this.#authorizers.has(properties.AuthorizerId ?? "")) {
      throw new Error(`route ${properties.RouteKey}: there is no authorizer ${properties.AuthorizerId}`);
    }
    const [method = "", path] = properties.RouteKey.split(" ");
    this.#routes.set(id, {
      key: properties.RouteKey,
      method,
      path: path === undefined ? undefined : parsePath(path),
      integrationId,
      authorizerId: properties.AuthorizationType === "JWT" ? properties.AuthorizerId : undefined,
      scopes: properties.AuthorizationScopes,
    });
  }

  functionArn(route: Route): string {
    const arn = this.#functionArns.get(route.integrationId);
    if (arn === undefined) throw new Error(`there is no integration ${route.integrationId}`);
    return arn;
  }

  authorizer(route: Route): AuthorizerProperties | undefined {
    return route.authorizerId === undefined ? undefined : this.#authorizers.get(route.authorizerId);
  }
}
