import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Amplify runs through Vitest, so that a test can load it anew as a reloaded page does.
    server: { deps: { inline: [/aws-amplify/] } },
    testTimeout: 120_000,
  },
});
