import { AppError } from "@serverlesspresso/contracts/error";

/** What went wrong with a code, and what to do. */
export function enterErrorText(error: Error): string {
  if (!(error instanceof AppError)) return "No connection. Your code is kept; try again.";
  switch (error.code) {
    case "code_unknown":
      return "This code is not on the screen. Look again, or scan it.";
    case "code_expired":
      return "This code has changed. Scan the screen again.";
    case "code_exhausted":
      return "All places on this code are taken. Scan the next one.";
    case "rate_limited":
      return "Too many tries. Wait a moment, then try again.";
    default:
      return error.message;
  }
}
