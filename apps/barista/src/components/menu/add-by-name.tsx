"use client";

import { Button } from "@serverlesspresso/ui/button";
import { Plus } from "lucide-react";
import { type FormEvent, useId, useState } from "react";

const mostLetters = 40;

interface AddByNameProps {
  /** What is added, for example "drink". */
  what: string;
  onAdd(name: string): void;
  className?: string;
}

/** Something new begins with its name. */
export function AddByName({ what, onAdd, className = "" }: AddByNameProps) {
  const [name, setName] = useState("");
  const id = useId();

  function add(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() === "") return;
    onAdd(name.trim());
    setName("");
  }

  return (
    <form onSubmit={add} className={`flex gap-2 ${className}`}>
      <label htmlFor={id} className="sr-only">
        Name of a new {what}
      </label>
      <input
        id={id}
        value={name}
        placeholder={`New ${what}`}
        maxLength={mostLetters}
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
        className="min-h-11 w-0 min-w-32 flex-1 rounded-edge border border-edge bg-enamel px-4 placeholder:text-soft hover:border-ink"
      />
      <Button type="submit" variant="outline" aria-label={`Add ${what}`}>
        <Plus aria-hidden className="size-5" />
        Add
      </Button>
    </form>
  );
}
