import { handle } from "hono/aws-lambda";
import { createApp } from "./app";
import { createApiPorts } from "./aws/aws-ports";

export const handler = handle(createApp(createApiPorts()));
