import type { ReactNode } from "react";
import type { Told } from "../code/code-state";
import { pictureOf } from "./picture-of";
import { Stage } from "./stage";

interface RestingProps {
  head: ReactNode;
  told: Told;
}

/** The whole wall while nobody can order and nobody waits: why, and until when. */
export function Resting({ head, told }: RestingProps) {
  return (
    <Stage head={head} picture={pictureOf(told)} title={told.title}>
      <p>{told.text}</p>
      <section aria-label="Preparing" className="sr-only">
        Nothing at the moment.
      </section>
      <section aria-label="Ready" className="sr-only">
        Nothing waits on the counter.
      </section>
    </Stage>
  );
}
