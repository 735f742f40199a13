import { defineConfig } from "vitest/config";

// The API logs as it works: a test's output matters where the test fails. A test that hangs ends; one that
// shares two processors with all others of the repository is only slow.
export default defineConfig({ test: { silent: "passed-only", testTimeout: 60_000 } });
