import { Suspense } from "react";
import { SignInScreen } from "@/components/sign-in/sign-in-screen";

export default function SignInPage() {
  return (
    <Suspense>
      <SignInScreen />
    </Suspense>
  );
}
