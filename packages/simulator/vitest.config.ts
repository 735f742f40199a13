import { defineConfig } from "vitest/config";

// The API logs as it works: a test's output matters where the test fails.
export default defineConfig({ test: { silent: "passed-only" } });
