import { ChevronDown } from "lucide-react";
import { useId } from "react";

interface SelectFieldProps<Id extends string> {
  label: string;
  /** The label is for those who do not see what stands around it. */
  hideLabel?: boolean;
  items: readonly { id: Id; name: string }[];
  value: Id;
  onChange(id: Id): void;
  className?: string;
}

/** One of many, in the browser's own list: large on a tablet, typed on a keyboard. */
export function SelectField<Id extends string>(props: SelectFieldProps<Id>) {
  const { label, hideLabel = false, items, value, onChange, className = "" } = props;
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "mb-2 block font-semibold"}>
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value}
          onChange={({ target }) => {
            const chosen = items.find((item) => item.id === target.value);
            if (chosen) onChange(chosen.id);
          }}
          className="block min-h-13 w-full appearance-none rounded-edge border border-edge bg-enamel py-2 pr-10 pl-4 text-ink transition-colors hover:border-ink"
        >
          {items.map((item) => (
            <option key={item.id} value={item.id}>
              {item.name}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-3 size-5 text-soft"
        />
      </div>
    </div>
  );
}
