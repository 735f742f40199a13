import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { startMachine } from "./machine";
import { temporaryFolder } from "./machine-for-tests";
import { parseOptions } from "./options";

export interface MachineForTests {
  /** The AWS endpoint: `http://127.0.0.1:PORT`. */
  readonly aws: string;
  /** The HTTP API. */
  readonly api: string;
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

/** A whole machine in this process, on free ports, with the template's functions given inline. */
export async function machineOf(template: object, ...args: string[]): Promise<MachineForTests> {
  const place = temporaryFolder();
  const file = join(place.folder, "Test.template.json");
  writeFileSync(file, JSON.stringify(template));
  const parsed = parseOptions(["--template", file, "--data", join(place.folder, "data"), ...args]);
  if (parsed === "help") throw new Error("no help was asked for");
  const [aws, api] = await freePorts();
  const lines: string[] = [];
  const options = { ...parsed, ports: { ...parsed.ports, aws, api } };
  const machine = await startMachine(options, (line) => lines.push(line));
  return {
    aws: `http://127.0.0.1:${aws}`,
    api: `http://127.0.0.1:${api}`,
    lines,
    async stop() {
      await machine.stop();
      place.remove();
    },
  };
}

/** `AWS::Lambda::Function` with its code inline. */
export function inlineFunction(name: string, code: string, more: object = {}): object {
  const Properties = { FunctionName: name, Handler: "index.handler", Runtime: "nodejs22.x", ...more };
  return { Type: "AWS::Lambda::Function", Properties: { ...Properties, Code: { ZipFile: code } } };
}

async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()];
  for (const server of servers) {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  }
  // They listen at an address, so it is an object.
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) server.close();
  const [first = 0, second = 0] = ports;
  return [first, second];
}
