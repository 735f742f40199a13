import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JSONWebKeySet } from "jose";

export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** What `/{poolId}/.well-known/jwks.json` answers. */
  readonly keySet: JSONWebKeySet;
}

/** The data folder's own RS256 key, made at the first start and readable by its owner only. */
export function openSigningKey(folder: string): SigningKey {
  const file = join(folder, "signing-key.pem");
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const pem = privateKey.export({ type: "pkcs8", format: "pem" });
    writeFileSync(`${file}.new`, pem, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  }
  const privateKey = createPrivateKey(readFileSync(file));
  const publicKey = createPublicKey(privateKey);
  const { n, e } = publicKey.export({ format: "jwk" });
  if (n === undefined || e === undefined) throw new Error(`${file} holds no RSA key`);
  const id = createHash("sha256").update(n).digest("base64");
  const keySet = { keys: [{ kty: "RSA", alg: "RS256", use: "sig", kid: id, n, e }] };
  return { id, privateKey, publicKey, keySet };
}
