import type { NextConfig } from "next";

const config: NextConfig = {
  output: "export",
  images: { unoptimized: true },
  trailingSlash: false,
  // The pages hold no data: one that was fetched is good for as long as this one is open, also without a network.
  experimental: { staleTimes: { static: 86_400 } },
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
