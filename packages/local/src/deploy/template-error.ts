/** The template, a parameter or an asset cannot be used; the message names the place. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";

  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}
