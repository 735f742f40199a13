import type { NextConfig } from "next";

const config: NextConfig = {
  output: "export",
  images: { unoptimized: true },
  trailingSlash: false,
  transpilePackages: [
    "@serverlesspresso/client",
    "@serverlesspresso/contracts",
    "@serverlesspresso/simulator",
    "@serverlesspresso/ui",
  ],
  // Written by packages/contracts/bundle-zod.mjs, which says why.
  ...(process.env.NODE_ENV === "production" && {
    turbopack: { resolveAlias: { "zod/mini": "./.zod-mini.mjs" } },
  }),
};

export default config;
