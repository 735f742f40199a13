import { AppConfig } from "@serverlesspresso/contracts/app-config";
import { takeEarly } from "./early-requests";

const address = "/config.json";

let loaded: Promise<AppConfig> | undefined;

/** The back end's addresses from the site's own `config.json`, read once; a failure is not remembered. */
export function loadConfig(): Promise<AppConfig> {
  loaded ??= readConfig().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function readConfig(): Promise<AppConfig> {
  const early = await takeEarly(address, null)?.catch(() => null);
  const response = early?.response ?? (await fetch(address, { cache: "no-store" }));
  if (!response.ok) throw new Error(`config.json answered ${response.status}`);
  return AppConfig.parse(await response.json());
}
