import type { Api } from "@serverlesspresso/client/api";
import { isPassing } from "@serverlesspresso/client/network-error";

const pausesMs = [100, 300, 1_000, 3_000] as const;

/** The API for a robot: what fails in passing is asked again, with the same key, as an app does. */
export function patientApi(api: Api): Api {
  const patient = Object.entries(api).map(([name, call]) => [
    name,
    typeof call === "function" ? withPatience(call) : call,
  ]);
  // The same functions under the same names.
  return Object.fromEntries(patient) as Api;
}

function withPatience(call: (...args: never[]) => Promise<unknown>) {
  return async (...args: never[]) => {
    for (const pause of pausesMs) {
      try {
        return await call(...args);
      } catch (error) {
        if (!isPassing(error)) throw error;
        await new Promise((done) => setTimeout(done, pause));
      }
    }
    return call(...args);
  };
}
