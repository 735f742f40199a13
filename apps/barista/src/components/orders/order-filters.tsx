"use client";

import type { OrderSearch } from "@serverlesspresso/client/day-queries";
import type { Drink } from "@serverlesspresso/contracts/menu";
import { useEffect, useId, useState } from "react";
import { DayPicker } from "../numbers/day-picker";

const typedMs = 250;
const fieldLook =
  "mt-1 block min-h-11 w-full rounded-edge border border-edge bg-enamel px-3 text-body hover:border-ink";

interface OrderFiltersProps {
  search: OrderSearch;
  today: string;
  drinks: readonly Pick<Drink, "id" | "name">[];
  onSearch(search: OrderSearch): void;
}

/** What is looked for: a number, a drink, a day. */
export function OrderFilters({ search, today, drinks, onSearch }: OrderFiltersProps) {
  const id = useId();
  return (
    <search className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <NumberField number={search.number} onNumber={(number) => onSearch({ ...search, number })} />
      <div className="w-52 max-w-full grow sm:grow-0">
        <label htmlFor={`${id}-drink`} className="font-semibold text-note">
          Drink
        </label>
        <select
          id={`${id}-drink`}
          value={search.drink ?? ""}
          onChange={({ target }) => onSearch({ ...search, drink: target.value || null })}
          className={fieldLook}
        >
          <option value="">Any drink</option>
          {drinks.map((drink) => (
            <option key={drink.id} value={drink.id}>
              {drink.name}
            </option>
          ))}
        </select>
      </div>
      <DayPicker
        day={search.day ?? today}
        today={today}
        onPick={(day) => onSearch({ ...search, day: day === today ? null : day })}
      />
    </search>
  );
}

interface NumberFieldProps {
  number: number | null;
  onNumber(number: number | null): void;
}

/** Looks when nothing has been typed for a moment. */
function NumberField({ number, onNumber }: NumberFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(number === null ? "" : String(number));
  const wanted = typed === "" ? null : Number(typed);

  useEffect(() => {
    if (wanted === number) return;
    const timer = setTimeout(() => onNumber(wanted), typedMs);
    return () => clearTimeout(timer);
  }, [wanted, number, onNumber]);

  return (
    <div className="w-28 max-w-full grow sm:grow-0">
      <label htmlFor={id} className="font-semibold text-note">
        Number
      </label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={typed}
        onChange={({ target }) => setTyped(target.value.replace(/\D/g, "").replace(/^0+/, ""))}
        className={`${fieldLook} tabular-nums`}
      />
    </div>
  );
}
