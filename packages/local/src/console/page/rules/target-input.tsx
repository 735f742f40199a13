import { useState } from "preact/hooks";
import type { RuleTarget } from "../aws/rules";
import { JsonField, SelectField, TextField } from "../controls/field";

type Kind = "event" | "path" | "constant" | "transformer";

interface TargetInputProps {
  readonly target: RuleTarget;
  readonly onChange: (target: RuleTarget) => void;
}

/** What of an event a target is given. */
export function TargetInput({ target, onChange }: TargetInputProps) {
  const kind = kindOf(target);
  return (
    <>
      <SelectField
        label="Is given"
        value={kind}
        onChange={(value) => onChange({ ...bare(target), ...starts[value] })}
      >
        <option value="event">the whole event</option>
        <option value="path">a part of the event</option>
        <option value="constant">always the same JSON</option>
        <option value="transformer">a template filled from the event</option>
      </SelectField>
      {kind === "path" && (
        <TextField
          label="Input path"
          mono
          value={target.InputPath ?? ""}
          hint="$.detail gives the detail alone"
          onChange={(InputPath) => onChange({ ...target, InputPath })}
        />
      )}
      {kind === "constant" && (
        <JsonField
          label="Input"
          rows={3}
          value={target.Input ?? ""}
          onChange={(Input) => onChange({ ...target, Input })}
        />
      )}
      {kind === "transformer" && <Transformer target={target} onChange={onChange} />}
    </>
  );
}

const starts: Readonly<Record<string, Partial<RuleTarget>>> = {
  event: {},
  path: { InputPath: "$.detail" },
  constant: { Input: "{}" },
  transformer: {
    InputTransformer: { InputPathsMap: { type: "$.detail-type" }, InputTemplate: '{"saw": <type>}' },
  },
};

function kindOf({ Input, InputPath, InputTransformer }: RuleTarget): Kind {
  if (InputTransformer !== undefined) return "transformer";
  if (Input !== undefined) return "constant";
  return InputPath === undefined ? "event" : "path";
}

function bare({ Input: _, InputPath: __, InputTransformer: ___, ...rest }: RuleTarget): RuleTarget {
  return rest;
}

function Transformer({ target, onChange }: TargetInputProps) {
  const { InputPathsMap = {}, InputTemplate = "" } = target.InputTransformer ?? {};
  const change = (changes: Partial<NonNullable<RuleTarget["InputTransformer"]>>) =>
    onChange({ ...target, InputTransformer: { InputPathsMap, InputTemplate, ...changes } });
  // As it is typed: half a pair is no path yet.
  const [paths, setPaths] = useState(() =>
    Object.entries(InputPathsMap)
      .map(([name, path]) => `${name}=${path}`)
      .join(", "),
  );
  return (
    <>
      <TextField
        label="Paths by name"
        mono
        value={paths}
        hint="type=$.detail-type, order=$.detail.orderId"
        onChange={(text) => {
          setPaths(text);
          change({ InputPathsMap: pathsOf(text) });
        }}
      />
      <TextField
        label="Template"
        mono
        value={InputTemplate}
        hint='{"order": <order>}, with each name in <…>'
        onChange={(template) => change({ InputTemplate: template })}
      />
    </>
  );
}

function pathsOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w-]+)\s*=\s*([^,\s]+)/g)];
  return Object.fromEntries(pairs.map(([, name = "", path = ""]) => [name, path]));
}
