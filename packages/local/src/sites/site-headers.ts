import { hostName } from "../addresses";

type Config = Readonly<Record<string, string>>;

const always: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": [
    ...["camera", "display-capture", "geolocation", "microphone", "midi", "payment", "serial", "usb"],
    ...["accelerometer", "gyroscope", "magnetometer", "hid", "browsing-topics"],
  ]
    .map((feature) => `${feature}=()`)
    .join(", "),
};

/**
 * What a web host adds to each answer. Which scripts a page runs stands in the page itself; where it may
 * connect to is known only here, from the deployment's own `config`.
 */
export function siteHeaders(host: string | undefined, config: Config): Record<string, string> {
  const policy = [
    `connect-src ${["'self'", ...connectOrigins(config)].join(" ")}`,
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ];
  return {
    ...always,
    "content-security-policy": policy.join("; "),
    ...(isTrustworthy(host) && { "cross-origin-opener-policy": "same-origin" }),
  };
}

function connectOrigins({ apiUrl, eventsUrl, eventsRealtimeUrl, userPoolEndpoint, userPoolId }: Config) {
  const [region = ""] = (userPoolId ?? "").split("_");
  const cognito = userPoolEndpoint || (region && `https://cognito-idp.${region}.amazonaws.com`);
  const urls = [apiUrl, eventsUrl, eventsRealtimeUrl, cognito].filter((url) => URL.canParse(url ?? ""));
  return new Set(urls.map((url) => new URL(url ?? "").origin));
}

/** Over plain HTTP browsers heed the opener policy on loopback names only, and complain of it elsewhere. */
function isTrustworthy(host: string | undefined): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostName(host) ?? "");
}
