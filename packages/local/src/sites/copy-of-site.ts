import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { SiteOption } from "../options";

/**
 * A site with its files as they are now, in the data folder: a build that takes them away, or puts others there,
 * must neither end nor change what runs. A site without a folder is answered as it is.
 */
export function copyOfSite(site: SiteOption, dataFolder: string): SiteOption {
  const folder = join(dataFolder, "sites", String(site.port));
  rmSync(folder, { recursive: true, force: true });
  if (!existsSync(site.folder)) return site;
  cpSync(site.folder, folder, { recursive: true });
  return { ...site, folder };
}
