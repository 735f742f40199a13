"use client";

import { useBarSettings } from "@serverlesspresso/client/use-bar-settings";
import type { Ticket } from "@serverlesspresso/contracts/order";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Viewer } from "../bar/viewer";
import { askOf, type KeyAsk } from "./bar-keys";
import { byCompletion } from "./queue-order";
import { commandsFor, nextCommand, type TicketCommand } from "./ticket-actions";
import type { Undoable } from "./undo";

interface Ports {
  tickets: readonly Ticket[];
  viewer: Viewer;
  undoables: readonly Undoable[];
  onCommand(ticket: Ticket, command: TicketCommand): void;
  onUndo(undoable: Undoable): void;
  onPause(): void;
  onTell(text: string): void;
}

interface BarKeys {
  /** A key has been used: show which one chooses what. */
  used: boolean;
  help: boolean;
  closeHelp(): void;
}

/** The queue by keyboard or bump bar, unless that is switched off on this device. */
export function useBarKeys(ports: Ports): BarKeys {
  const [{ keys }] = useBarSettings();
  const [used, setUsed] = useState(false);
  const [help, setHelp] = useState(false);
  const latest = useRef(ports);
  useEffect(() => {
    latest.current = ports;
  });
  useEffect(() => {
    if (!keys) return;
    const press = (event: KeyboardEvent) => {
      const asked = isTyping(event) ? null : askOf(event);
      if (!asked || (asked.ask === "advance" && !isTicketChosen())) return;
      event.preventDefault();
      setUsed(true);
      if (asked.ask === "help") setHelp(true);
      else act(asked, latest.current);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [keys]);
  const closeHelp = useCallback(() => setHelp(false), []);
  return { used: keys && used, help, closeHelp };
}

/** A key meant for a box, a dialog, or a button that has the focus itself. */
function isTyping({ key, target, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || !(target instanceof HTMLElement)) return true;
  if (target.closest("[role=dialog]") !== null) return true;
  if (target.matches("input[type=checkbox]")) return false;
  if (target.matches("input[type=range]")) return key.startsWith("Arrow");
  return target.isContentEditable || target.closest("input, textarea, select") !== null;
}

/**
 * Whether a ticket has the focus itself: a button in it answers to Enter by itself, and on the gap that a drink has
 * left a hand that comes once too often would collect it.
 */
function isTicketChosen(): boolean {
  return document.activeElement?.matches("article[data-slot]") ?? false;
}

const allSlots = () => [...document.querySelectorAll<HTMLElement>("[data-slot]")];

function act(asked: KeyAsk, ports: Ports): void {
  const chosenId = document.activeElement?.closest<HTMLElement>("[data-slot]")?.dataset.slot?.split(" ")[1];
  const chosen = ports.tickets.find(({ id }) => id === chosenId);
  if (asked.ask === "choose") choose(asked.lane, asked.digit);
  if (asked.ask === "walk") walk(asked.by);
  if (asked.ask === "advance") advance(chosen, ports);
  if (asked.ask === "recall") recall(chosen, ports);
  if (asked.ask === "pause") ports.onPause();
  const undoable = ports.undoables.at(-1);
  if (asked.ask === "undo" && undoable) ports.onUndo(undoable);
}

function choose(lane: "rail" | "counter", digit: string): void {
  show(allSlots().find(({ dataset }) => dataset.slot?.startsWith(lane) && dataset.digit === digit));
}

function walk(by: 1 | -1): void {
  const slots = allSlots();
  const here = slots.findIndex((slot) => slot.contains(document.activeElement));
  if (here === -1) show(by === 1 ? slots[0] : slots.at(-1));
  else show(slots[here + by]);
}

function show(slot: HTMLElement | undefined): void {
  slot?.focus({ preventScroll: true });
  slot?.scrollIntoView({ block: "nearest" });
}

function advance(chosen: Ticket | undefined, { viewer, onCommand, onTell }: Ports): void {
  if (!chosen) return;
  const command = nextCommand(chosen, viewer);
  if (command) onCommand(chosen, command);
  else onTell(`Order ${chosen.number}: ${chosen.baristaName ?? "somebody"} has it.`);
}

/** The chosen drink on the counter, else the one that came there last. */
function recall(chosen: Ticket | undefined, { tickets, viewer, onCommand }: Ports): void {
  const ready = tickets.filter(({ state }) => state === "COMPLETED").sort(byCompletion);
  const ticket = chosen?.state === "COMPLETED" ? chosen : ready.at(-1);
  if (ticket && commandsFor(ticket, viewer).includes("recall")) onCommand(ticket, "recall");
}
