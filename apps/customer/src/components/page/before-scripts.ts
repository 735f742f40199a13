import { askEarly, type EarlyPaths } from "@serverlesspresso/client/early-requests";
import { defaultEventId } from "@serverlesspresso/contracts/names";
import { showSeen } from "./show-seen";

const everybody = ["/shop"];

/** What the first screen of each page shows; that of an order, as far as this phone has seen it. */
const screens: Record<string, EarlyPaths> = {
  "/": { everybody, signedIn: ["/myOrders"] },
  "/orders": { everybody, signedIn: ["/myOrders"] },
  "/order": { everybody, signedIn: ["/orders/{id}"] },
  "/order choosing": { everybody, signedIn: ["/orders/{id}", "/myOrders"] },
  "/order following": { everybody, signedIn: ["/orders/{id}", "/line"] },
};

const screen = `[location.pathname, document.documentElement.dataset.seen].filter(Boolean).join(" ")`;

/** Runs in a page before its scripts are there: on a slow network they are what takes longest. */
export const beforeScripts = `(${showSeen})();
(${askEarly})((${JSON.stringify(screens)})[${screen}] ?? { everybody: [], signedIn: [] }, "${defaultEventId}");`;
