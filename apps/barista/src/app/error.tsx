"use client";

import { Broken } from "@/components/bar/broken";

export default function ErrorPage() {
  return <Broken />;
}
