import type { Parameter, Template } from "./template";
import { TemplateError } from "./template-error";

export type ParameterValue = string | string[];

/**
 * The template's parameters with their defaults, checked as CloudFormation checks them.
 * @throws TemplateError with every parameter that is missing, unknown or refused by its constraints
 */
export function parameterValues(
  template: Template,
  given: Readonly<Record<string, string>>,
): Record<string, ParameterValue> {
  const problems: string[] = [];
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(template.Parameters, key)) {
      problems.push(`--parameter ${key}: the template has no such parameter`);
    }
  }
  const values: Record<string, ParameterValue> = {};
  for (const [key, parameter] of Object.entries(template.Parameters)) {
    const text = given[key] ?? parameter.Default?.toString();
    if (text === undefined) {
      problems.push(`--parameter ${key}=… is missing: it has no default`);
      continue;
    }
    const list = /^(CommaDelimitedList$|List<)/.test(parameter.Type);
    const elements = list ? text.split(",").map((element) => element.trim()) : [text];
    for (const element of elements) problems.push(...problemsOf(key, parameter, element));
    values[key] = list ? elements : text;
  }
  if (problems.length > 0) throw new TemplateError(problems);
  return values;
}

function problemsOf(key: string, parameter: Parameter, text: string): string[] {
  const { AllowedPattern, AllowedValues, MinLength = 0, MaxLength = Number.POSITIVE_INFINITY } = parameter;
  const problems: string[] = [];
  const refuse = (why: string) =>
    problems.push(`--parameter ${key}: ${parameter.ConstraintDescription ?? why}`);
  if (AllowedPattern !== undefined && !new RegExp(`^(?:${AllowedPattern})$`).test(text)) {
    refuse(`the value must match ${AllowedPattern}`);
  }
  if (AllowedValues !== undefined && !AllowedValues.some((value) => String(value) === text)) {
    refuse(`the value must be one of ${AllowedValues.join(", ")}`);
  }
  if (text.length < MinLength || text.length > MaxLength) refuse("the value has a wrong length");
  if (/Number/.test(parameter.Type)) problems.push(...numberProblems(key, parameter, text));
  return problems;
}

function numberProblems(key: string, { MinValue, MaxValue }: Parameter, text: string): string[] {
  const number = Number(text);
  if (text.trim() === "" || Number.isNaN(number)) return [`--parameter ${key}: the value must be a number`];
  if ((MinValue !== undefined && number < MinValue) || (MaxValue !== undefined && number > MaxValue)) {
    return [`--parameter ${key}: the value must lie from ${MinValue ?? "-∞"} to ${MaxValue ?? "∞"}`];
  }
  return [];
}
