// The package types only its root, whose import would bring every store that it knows into the bundle.
declare module "rate-limiter-flexible/lib/RateLimiterMemory" {
  export { RateLimiterMemory as default } from "rate-limiter-flexible";
}
