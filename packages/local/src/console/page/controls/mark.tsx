import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon";

export type Tone = "good" | "now" | "bad" | "waiting" | "plain";

const icons: Readonly<Record<Tone, IconName | undefined>> = {
  good: "check",
  now: "play",
  bad: "cross",
  waiting: "clock",
  plain: undefined,
};

/** A state in a word, with its colour and its sign. */
export function Mark({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  const icon = icons[tone];
  return (
    <span class={`mark ${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
