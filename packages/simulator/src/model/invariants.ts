import type { Check } from "./check";
import {
  clocksLive,
  legalMoves,
  numbersUnique,
  oneClaimer,
  oneEffect,
  oneOrderOneNumber,
  repetitionsChangeNothing,
} from "./checks-of-orders";
import { closedAdmitsNothing, placesHold } from "./checks-of-places";
import { nothingElseTold, oneWins, viewsCatchUp, viewsGoForward } from "./checks-of-views";
import { allAgree, waitsGoForward } from "./checks-of-waits";

/**
 * What must hold in every state and of every step, by name. Not here, for a model has neither secrets nor clients'
 * clocks: I13 (no token or other people's data in what a client receives) and I17 (a client's clock decides nothing).
 */
export const invariants = {
  "I1 a command has at most one effect": oneEffect,
  "I2 one basket is one order with one number": oneOrderOneNumber,
  "I3 places and code uses hold, and each is used or given back": placesHold,
  "I4 numbers are unique": numbersUnique,
  "I5 only legal moves, and what has ended is never left": legalMoves,
  "I6 one claimer at a time": oneClaimer,
  "I7 nobody is told what the row does not say": nothingElseTold,
  "I8 each change reaches the phone": viewsCatchUp,
  "I9 a phone never goes back in version": viewsGoForward,
  "I10 no order waits without a live clock, and none ends before its time": clocksLive,
  "I11 of a time-out and a person one wins": oneWins,
  "I12 a closed shop admits nothing": closedAdmitsNothing,
  "I14 events in any order give the same end": waitsGoForward,
  "I15 what is sent again changes nothing": repetitionsChangeNothing,
  "I16 row, workflow and views agree": allAgree,
} as const satisfies Record<string, Check>;
export type Invariant = keyof typeof invariants;
