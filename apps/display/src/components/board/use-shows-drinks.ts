"use client";

import { store, stored } from "@serverlesspresso/client/storage";
import { useState } from "react";
import * as z from "zod/mini";

const key = "serverlesspresso.drinks";
const Choice = z.enum(["on", "off"]);

/** Of the address, `?drinks=off`, which a screen keeps from then on; else what it keeps. */
function readChoice(): boolean {
  const asked = Choice.safeParse(new URLSearchParams(window.location.search).get("drinks"));
  if (asked.success) store(localStorage, key, asked.data);
  return stored(localStorage, key) !== "off";
}

/** Whether the shop wishes the drinks drawn beside their numbers. */
export function useShowsDrinks(): boolean {
  const [shows] = useState(readChoice);
  return shows;
}
