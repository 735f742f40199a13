import { Check } from "lucide-react";

interface ChipSetProps<Id extends string> {
  name: string;
  /** The name is for those who do not see what stands around the chips. */
  hideName?: boolean;
  items: readonly { id: Id; name: string }[];
  value: readonly Id[];
  onChange(ids: Id[]): void;
  className?: string;
}

/** Any of several short ones in a row, as the browser's own checkboxes. */
export function ChipSet<Id extends string>(props: ChipSetProps<Id>) {
  const { name, hideName = false, items, value, onChange, className = "" } = props;
  return (
    <fieldset className={`min-w-0 ${className}`}>
      <legend className={hideName ? "sr-only" : "mb-2 font-semibold"}>{name}</legend>
      <div className="isolate flex flex-wrap gap-2">
        {items.map((item) => (
          <label key={item.id} className="relative">
            <input
              type="checkbox"
              checked={value.includes(item.id)}
              onChange={({ target }) =>
                onChange(
                  items.flatMap(({ id }) =>
                    (id === item.id ? target.checked : value.includes(id)) ? [id] : [],
                  ),
                )
              }
              className="peer absolute inset-0 z-10 size-full cursor-pointer opacity-0"
            />
            <span className="flex min-h-11 items-center gap-2 rounded-edge border border-edge px-3.5 transition-colors peer-hover:border-ink peer-checked:border-copper peer-checked:font-semibold peer-focus-visible:outline-3 peer-focus-visible:outline-copper peer-focus-visible:outline-offset-3">
              {value.includes(item.id) && (
                <Check aria-hidden strokeWidth={3} className="size-4 text-copper" />
              )}
              {item.name}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
