import { defineConfig } from "@playwright/test";
import base from "../../playwright.config";

/** `npm run screens`: pictures of the running system for the README. */
export default defineConfig(base, { testDir: "src", testMatch: "**/*.pictures.ts", workers: 1 });
