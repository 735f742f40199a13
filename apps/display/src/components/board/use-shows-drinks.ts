"use client";

import { useState } from "react";
import * as z from "zod/mini";

const key = "serverlesspresso.drinks";
const Choice = z.enum(["on", "off"]);

/** Of the address, `?drinks=off`, which a screen keeps from then on; else what it keeps. */
function readChoice(): boolean {
  const asked = Choice.safeParse(new URLSearchParams(window.location.search).get("drinks"));
  if (asked.success) localStorage.setItem(key, asked.data);
  return localStorage.getItem(key) !== "off";
}

/** Whether the shop wishes the drinks drawn beside their numbers. */
export function useShowsDrinks(): boolean {
  const [shows] = useState(readChoice);
  return shows;
}
