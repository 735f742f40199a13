import { AppError } from "@serverlesspresso/contracts/error";

/** No answer came: nobody knows whether a command was carried out. Repeating it with its key is safe. */
export class NetworkError extends Error {
  override readonly name = "NetworkError";
}

/** Whether the same request, with the same key, may succeed a little later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NetworkError) return true;
  return error instanceof AppError && (error.code === "internal" || error.code === "rate_limited");
}
