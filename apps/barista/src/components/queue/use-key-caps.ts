"use client";

import { useState } from "react";
import { type KeyCaps, keyCapsAfter } from "./key-caps";
import type { Slot } from "./queue-order";

const none: KeyCaps = new Map();

/** Which digit chooses which ticket of a lane. */
export function useKeyCaps(slots: readonly Slot[]): KeyCaps {
  const [known, setKnown] = useState({ slots: [] as readonly Slot[], caps: none });
  if (known.slots === slots) return known.caps;
  const ids = slots.map(({ ticket }) => ticket.id);
  const caps = keyCapsAfter(known.caps, ids);
  setKnown({ slots, caps });
  return caps;
}
