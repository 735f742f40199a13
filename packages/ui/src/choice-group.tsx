import { Check } from "lucide-react";
import { useId } from "react";

interface ChoiceItem {
  id: string;
  name: string;
  /** A word or two beside the name, for example allergens. */
  note?: string;
  available?: boolean;
  /** What it brings into the cup, as a CSS colour. */
  colour?: string | undefined;
}

interface ChoiceGroupProps {
  name: string;
  items: readonly ChoiceItem[];
  value: string;
  onChange(id: string): void;
  /** What stands beside an item that cannot be had. */
  unavailableNote?: string;
  /** What is wrong with what was taken; announced, beside the name so that nothing moves. */
  notice?: string | null;
  className?: string;
}

/** One of several, as a radio group of the browser's own radios: arrow keys, names and states come with them. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { name, items, value, onChange, unavailableNote = "sold out", notice, className = "" } = props;
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={`${id}-name`} className={`isolate ${className}`}>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <p id={`${id}-name`} className="font-display font-bold text-lead">
          {name}
        </p>
        <p role="status" className="font-medium text-late text-note">
          {notice}
        </p>
      </div>
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

/** Laid over the edge of the cup that was taken, seen from above. */
function Tick() {
  return (
    <span className="absolute -right-1.5 -bottom-1.5 grid size-5 place-items-center rounded-full bg-copper text-on-accent">
      <Check aria-hidden className="size-3.5" strokeWidth={3.5} />
    </span>
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
    <label className="group relative flex min-h-12 items-center gap-4 py-2">
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
      <span className="relative size-7 shrink-0 rounded-full border border-edge p-0.75 group-hover:border-ink peer-checked:border-2 peer-checked:border-copper peer-checked:p-0.5 peer-focus-visible:outline-3 peer-focus-visible:outline-copper peer-focus-visible:outline-offset-3 peer-disabled:border-hairline peer-disabled:opacity-50">
        {item.colour && (
          <svg viewBox="0 0 2 2" aria-hidden="true" className="size-full">
            <circle cx="1" cy="1" r="1" fill={item.colour} />
          </svg>
        )}
        {checked && <Tick />}
      </span>
      <span className="flex-1 peer-checked:font-semibold peer-disabled:text-soft">{item.name}</span>
      {note && (
        <span id={noteId} className="text-note text-soft">
          {note}
        </span>
      )}
    </label>
  );
}
