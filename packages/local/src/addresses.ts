import { networkInterfaces } from "node:os";
import type { Options } from "./options";

/** Where the machine is reached: by which names, on which interface, from which pages. */
export interface Addresses {
  /** The interface the servers listen on. */
  readonly bind: string;
  /** The name in every address we hand out: `localhost`, or the LAN address under `--lan`. */
  readonly host: string;
  /** Host names a request may carry; any other is a page that rebinds its own name to us. */
  readonly hosts: ReadonlySet<string>;
  /** Origins of our own pages. */
  readonly origins: ReadonlySet<string>;
}

const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

export function addressesOf(options: Options, lan = options.lan ? lanAddresses() : []): Addresses {
  if (options.lan && lan.length === 0) throw new Error("--lan: this machine has no network address");
  const hosts = [...loopbackHosts, ...lan];
  const ports = new Set([0, 1, 2].map((offset) => options.ports.first + offset));
  for (const site of options.sites) ports.add(site.port);
  return {
    bind: options.lan ? "0.0.0.0" : "127.0.0.1",
    host: lan[0] ?? "localhost",
    hosts: new Set(hosts),
    origins: new Set([
      ...hosts.flatMap((host) => [...ports].map((port) => `http://${host}:${port}`)),
      ...options.origins,
    ]),
  };
}

function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === "IPv4" && !address.internal)
    .map((address) => address.address);
}

/** The host name of a `Host` header, without the port. */
export function hostName(header: string | undefined): string | undefined {
  return header?.replace(/:\d+$/, "").toLowerCase();
}

/** A socket's peer; an IPv4 address on an IPv6 socket (`::ffff:192.0.2.1`) is that IPv4 address. */
export function peerAddress(socket: { readonly remoteAddress?: string | undefined }): string {
  return (socket.remoteAddress ?? "").replace(/^::ffff:(?=\d+\.)/i, "");
}

export function isLoopback(peer: string): boolean {
  return peer === "::1" || /^127\.\d+\.\d+\.\d+$/.test(peer);
}

/** Whether the peer is a process of this machine, by whichever of its addresses it calls. */
export function isThisMachine(peer: string): boolean {
  return isLoopback(peer) || lanAddresses().includes(peer);
}
