import { expect, test } from "vitest";
import { AppError, ErrorBody, ErrorCode, errorStatus } from "./error";

test("every code has a status that DESIGN allows", () => {
  const allowed = new Set([400, 401, 403, 404, 409, 410, 412, 422, 429, 500]);
  for (const code of ErrorCode.options) expect(allowed.has(errorStatus[code]), code).toBe(true);
});

test("an error carries the status of its code", () => {
  expect(new AppError("order_conflict", "It is being made.").status).toBe(409);
});

test("an error body with a member that nobody allowed is refused", () => {
  expect(ErrorBody.safeParse({ error: { code: "forbidden", message: "No.", stack: "at …" } }).success).toBe(
    false,
  );
});
