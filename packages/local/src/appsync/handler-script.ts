/**
 * Turns a namespace's module into a script of the sandbox: it imports from `modules`, its exports go into
 * `handlers`. An import that is not there throws when the script is run.
 * @throws Error for a form of import or export that is not supported
 */
export function toHandlerScript(code: string): string {
  const imported: string[] = [];
  const withoutImports = code.replace(
    /^\s*import\s+(?:\{([^}]*)\}|\*\s*as\s+(\w+))\s+from\s*(["'][^"']+["']);?/gm,
    (_, names: string | undefined, namespace: string | undefined, from: string) => {
      const members = renamed(names ?? "").map(([name, local]) => `${name}: ${local}`);
      imported.push(`const ${namespace ?? `{ ${members.join(", ")} }`} = modules[${from}];`);
      return "";
    },
  );
  if (/^\s*(import|export\s+default|export\s*\*)/m.test(withoutImports)) {
    throw new Error("CodeHandlers may import and export only by name");
  }
  const exported: string[] = [];
  const body = withoutImports
    .replace(/^\s*export\s+(async\s+)?(function|const|let)\s+(\w+)/gm, (_, __, keyword, name) => {
      exported.push(`${name}: ${name}`);
      return `${keyword} ${name}`;
    })
    .replace(/^\s*export\s*\{([^}]*)\};?/gm, (_, names: string) => {
      exported.push(...renamed(names).map(([local, name]) => `${name}: ${local}`));
      return "";
    });
  const assign = `Object.assign(handlers, { ${exported.join(", ")} });`;
  return `"use strict";(() => {${imported.join("")}${body}\n;${assign}})();`;
}

/** `a, b as c` as pairs of the name before and behind `as`. */
function renamed(names: string): [string, string][] {
  return names
    .split(",")
    .map((each) => each.trim().split(/\s+as\s+/))
    .flatMap(([name = "", as = name]): [string, string][] => (name === "" ? [] : [[name, as]]));
}
