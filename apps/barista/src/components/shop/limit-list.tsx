import type { ShopLimits } from "@serverlesspresso/contracts/shop";
import { limitSections, limitWords } from "./limit-fields";

/** The limits of the shop, to be read. */
export function LimitList({ limits }: { limits: ShopLimits }) {
  return (
    <div className="grid gap-8">
      {limitSections.map(({ title, fields }) => (
        <section key={title} aria-label={title}>
          <h2 className="font-bold text-lead">{title}</h2>
          <dl className="mt-2 divide-y divide-hairline border-hairline border-y">
            {fields.map(({ name }) => {
              const { label, value } = limitWords(name, limits[name]);
              return (
                <div key={name} className="flex min-h-12 items-center justify-between gap-4 py-2">
                  <dt>{label}</dt>
                  <dd className="numerals text-lead">{value}</dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
    </div>
  );
}
