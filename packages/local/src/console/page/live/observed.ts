import { useEffect, useState } from "preact/hooks";

/** A value outside of any component that components can follow. */
export class Observed<Value> {
  readonly #listeners = new Set<(value: Value) => void>();

  constructor(private value: Value) {}

  get(): Value {
    return this.value;
  }

  set(value: Value): void {
    if (Object.is(value, this.value)) return;
    this.value = value;
    for (const listener of this.#listeners) listener(value);
  }

  follow(listener: (value: Value) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export function useObserved<Value>(observed: Observed<Value>): Value {
  const [value, setValue] = useState(observed.get());
  useEffect(() => {
    setValue(observed.get());
    return observed.follow(setValue);
  }, [observed]);
  return value;
}
