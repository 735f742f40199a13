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
      <div className="isolate flex flex-wrap gap-2">
        {items.map((item) => (
          <label key={item.id} className="relative">
            <input
              type="radio"
              name={id}
              checked={item.id === value}
              disabled={item.available === false}
              onChange={() => onChange(item.id)}
              className="peer absolute inset-0 z-10 size-full cursor-pointer opacity-0 disabled:cursor-default"
            />
            <span className="flex min-h-11 items-center rounded-edge border border-edge px-3.5 transition-colors peer-enabled:peer-hover:border-ink peer-checked:border-copper peer-checked:bg-copper peer-checked:font-semibold peer-checked:text-on-accent peer-focus-visible:outline-3 peer-focus-visible:outline-copper peer-focus-visible:outline-offset-3 peer-disabled:border-hairline peer-disabled:text-soft">
              {item.name}
              {item.available === false && ", sold out"}
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}
