import { defineConfig } from "vitest/config";

// A test that hangs ends; one that shares two processors with all others of the repository is only slow.
export default defineConfig({
  test: { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } },
});
