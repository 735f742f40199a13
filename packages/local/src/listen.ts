import { createServer, type Server } from "node:net";

/**
 * Listens, or says which port is taken by what it was meant for.
 * @throws Error naming the port
 */
export function listen(server: Server, port: number, host: string, what: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code !== "EADDRINUSE") failed(cause);
      else
        failed(
          new Error(`port ${port} (${what}) is taken by another program; --port-base N moves all ports`),
        );
    });
    server.listen(port, host, () => done());
  });
}

/** Finds a taken port out before anything is created. */
export async function requireFreePort(port: number, host: string, what: string): Promise<void> {
  const probe = createServer();
  await listen(probe, port, host, what);
  await new Promise((done) => probe.close(done));
}
