import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { readJson } from "./template";
import { TemplateError } from "./template-error";

const Manifest = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

/** What a deployment to AWS would upload, by its key in the bucket: a file or a folder on disk. */
export class Assets {
  readonly #paths: ReadonlyMap<string, string>;

  constructor(paths: ReadonlyMap<string, string>) {
    this.#paths = paths;
  }

  /** @throws TemplateError when the manifest names no such object, or the file is not there */
  pathOf(key: string): string {
    const path = this.#paths.get(key);
    if (path === undefined) throw new TemplateError([`the assets manifest has no object ${key}`]);
    if (!existsSync(path)) throw new TemplateError([`asset ${path} is missing`]);
    return path;
  }
}

/** Reads `NAME.assets.json` beside `NAME.template.json`; a template without one has no assets. */
export function readAssets(templateFile: string): Assets {
  const file = templateFile.replace(/(\.template)?\.json$/, ".assets.json");
  if (file === templateFile || !existsSync(file)) return new Assets(new Map());
  const manifest = Manifest.safeParse(readJson(file));
  if (!manifest.success) throw new TemplateError([`${file}: ${z.prettifyError(manifest.error)}`]);
  const paths = new Map<string, string>();
  for (const { source, destinations } of Object.values(manifest.data.files)) {
    for (const { objectKey } of Object.values(destinations)) {
      paths.set(objectKey, resolve(join(dirname(file), source.path)));
    }
  }
  return new Assets(paths);
}
