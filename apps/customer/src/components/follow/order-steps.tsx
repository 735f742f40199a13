import type { Order } from "@serverlesspresso/contracts/order";
import { Check } from "lucide-react";
import { clockText } from "../page/clock-text";
import { type Step, stepsOf } from "./follow-state";

const marks: Record<Step["status"], string> = {
  done: "border-current bg-transparent",
  here: "border-current bg-current",
  ahead: "border-current/40 bg-transparent",
};

const words: Record<Step["status"], string> = {
  done: "",
  here: "font-bold text-lead font-display",
  ahead: "opacity-80",
};

interface OrderStepsProps {
  order: Order;
  begun: boolean;
  /** The shop's, once it is known. */
  timeZone: string | undefined;
}

/** The five steps, those behind with their time, the one where the order stands in bold. */
export function OrderSteps({ order, begun, timeZone }: OrderStepsProps) {
  return (
    <ol aria-label="Steps" className="border-current/20 border-b lg:border-t">
      {stepsOf(order, begun).map((step) => (
        <li
          key={step.name}
          aria-current={step.status === "here" ? "step" : undefined}
          className="flex min-h-12 flex-wrap items-center gap-x-4 border-current/20 [&+&]:border-t"
        >
          <span
            aria-hidden
            className={`grid size-6 shrink-0 place-items-center rounded-full border-2 transition-colors ${marks[step.status]}`}
          >
            {step.status === "done" && <Check className="size-3.5" strokeWidth={3.5} />}
          </span>
          <span className={`min-w-32 flex-1 ${words[step.status]}`}>
            {step.name}
            {step.status === "done" && <span className="sr-only">, done</span>}
          </span>
          {step.name === "Being made" && step.status !== "ahead" && order.baristaName && (
            <span className="text-note">{order.baristaName}</span>
          )}
          {step.at && (
            <time dateTime={step.at} className="text-note tabular-nums">
              {clockText(step.at, timeZone)}
            </time>
          )}
        </li>
      ))}
    </ol>
  );
}
