import { AppError } from "@serverlesspresso/contracts/error";
import { bodyLimit } from "hono/body-limit";

const usualBytes = 16 * 1024;

/** Refuses a body that is larger than its route says: 400 `body_too_large`. */
export function limitBody(maxBytes = usualBytes) {
  return bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new AppError("body_too_large", `The body is larger than ${maxBytes / 1024} kB.`);
    },
  });
}
