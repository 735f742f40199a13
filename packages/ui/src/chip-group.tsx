import { useId } from "react";

interface ChipGroupProps<Id extends string> {
  name: string;
  items: readonly { id: Id; name: string; available?: boolean }[];
  value: Id | null;
  onChange(id: Id): void;
  className?: string;
}

/** One of several short ones in a row, as a radio group of the browser's own radios. */
export function ChipGroup<Id extends string>(props: ChipGroupProps<Id>) {
  const { name, items, value, onChange, className = "" } = props;
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={`${id}-name`} className={className}>
      <p id={`${id}-name`} className="mb-2 font-semibold">
        {name}
      </p>
      <div className="flex flex-wrap gap-2">
        {items.map((item) => (
          <label
            key={item.id}
            className="relative flex min-h-11 items-center rounded-edge border border-edge px-3.5 transition-colors hover:border-ink has-checked:border-copper has-checked:bg-copper has-checked:font-semibold has-checked:text-on-accent has-disabled:border-hairline has-disabled:text-soft has-focus-visible:outline-3 has-focus-visible:outline-copper has-focus-visible:outline-offset-3"
          >
            <input
              type="radio"
              name={id}
              checked={item.id === value}
              disabled={item.available === false}
              onChange={() => onChange(item.id)}
              className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-default"
            />
            {item.name}
            {item.available === false && ", sold out"}
          </label>
        ))}
      </div>
    </div>
  );
}
