import { defineConfig } from "vitest/config";

/** The tests of the order's life and of what it takes: those that a mutant of them can fail. */
export default defineConfig({
  test: {
    silent: true,
    testTimeout: 60_000,
    include: ["src/{orders,sweeper,qr-code,account,shop}/**/*.test.ts"],
  },
});
