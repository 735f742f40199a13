import { BellRing } from "lucide-react";

interface OrderNumberProps {
  number: number | null;
  ready: boolean;
}

/** The number to show at the counter, as large as the phone is wide. */
export function OrderNumber({ number, ready }: OrderNumberProps) {
  const digits = String(number ?? "");
  return (
    <div className="pt-4">
      <p className="flex items-center justify-center gap-2 font-bold font-display text-lead">
        {ready && <BellRing aria-hidden className="size-7" strokeWidth={2.25} />}
        {ready ? "Ready" : "Order"}
      </p>
      <p
        data-testid="order-number"
        className={`numerals pt-3 pb-4 ${digits.length > 3 ? "text-number" : "text-huge"}`}
      >
        {digits}
      </p>
    </div>
  );
}
