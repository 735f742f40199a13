/** The number to show at the counter, as large as the phone is wide. */
export function OrderNumber({ number }: { number: number | null }) {
  const digits = String(number ?? "");
  return (
    <p className="pt-4">
      <span className="block font-semibold">Order</span>
      <span
        data-testid="order-number"
        className={`numerals block pt-2 pb-3 ${digits.length > 3 ? "text-number" : "text-huge"}`}
      >
        {digits}
      </span>
    </p>
  );
}
