import type { NextConfig } from "next";

const config: NextConfig = {
  output: "export",
  images: { unoptimized: true },
  trailingSlash: false,
  transpilePackages: ["@serverlesspresso/client", "@serverlesspresso/contracts", "@serverlesspresso/ui"],
};

export default config;
