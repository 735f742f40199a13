import { Check } from "lucide-react";
import { useId } from "react";

interface ChoiceItem {
  id: string;
  name: string;
  /** A word or two beside the name, for example allergens. */
  note?: string;
  available?: boolean;
}

interface ChoiceGroupProps {
  name: string;
  items: readonly ChoiceItem[];
  value: string;
  onChange(id: string): void;
  /** What stands beside an item that cannot be had. */
  unavailableNote?: string;
  className?: string;
}

/** One of several, as a radio group of the browser's own radios: arrow keys, names and states come with them. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { name, items, value, onChange, unavailableNote = "sold out", className = "" } = props;
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={`${id}-name`} className={className}>
      <p id={`${id}-name`} className="mb-2 font-display font-bold text-lead">
        {name}
      </p>
      <div className="divide-y divide-hairline border-hairline border-y">
        {items.map((item) => (
          <ChoiceRow
            key={item.id}
            group={id}
            item={item}
            checked={item.id === value}
            onChoose={() => onChange(item.id)}
            unavailableNote={unavailableNote}
          />
        ))}
      </div>
    </div>
  );
}

interface ChoiceRowProps {
  group: string;
  item: ChoiceItem;
  checked: boolean;
  onChoose(): void;
  unavailableNote: string;
}

function ChoiceRow({ group, item, checked, onChoose, unavailableNote }: ChoiceRowProps) {
  const available = item.available ?? true;
  const note = available ? item.note : unavailableNote;
  const noteId = `${group}-${item.id}-note`;
  return (
    <label className="group relative flex min-h-12 items-center gap-3 py-2 has-[:disabled]:text-soft">
      <input
        type="radio"
        name={group}
        aria-label={item.name}
        aria-describedby={note ? noteId : undefined}
        checked={checked}
        disabled={!available}
        onChange={onChoose}
        className="peer absolute inset-0 z-10 size-full cursor-pointer opacity-0 disabled:cursor-default"
      />
      <span className="grid size-6 shrink-0 place-items-center rounded-full border border-edge text-on-accent transition-colors group-hover:border-ink peer-checked:border-copper peer-checked:bg-copper peer-focus-visible:outline-3 peer-focus-visible:outline-copper peer-focus-visible:outline-offset-3 peer-disabled:border-hairline">
        {checked && <Check aria-hidden className="size-4" strokeWidth={3} />}
      </span>
      <span className="flex-1 peer-checked:font-semibold">{item.name}</span>
      {note && (
        <span id={noteId} className="text-note text-soft">
          {note}
        </span>
      )}
    </label>
  );
}
