"use client";

import { useSessionClient } from "@serverlesspresso/client/client-context";
import { signInErrorOf } from "@serverlesspresso/client/sign-in-error";
import { useServerNow } from "@serverlesspresso/client/use-server-now";
import { TurnedCup } from "@serverlesspresso/ui/drawings/turned-cup";
import { SignIn as SignInBoxes } from "@serverlesspresso/ui/sign-in/sign-in";
import { useTabTitle } from "@serverlesspresso/ui/use-tab-title";
import { ShopMark } from "../board/shop-mark";
import { useTheme } from "../screen/use-theme";

/** On a screen that is new, or whose sign-in has ended: what to do for those who can, where to look for all others. */
export function SignIn() {
  const session = useSessionClient();
  useTheme(undefined, useServerNow());
  useTabTitle("Sign in · Serverlesspresso");
  return (
    <main className="sign-in-frame">
      <div className="stage-head flex items-center">
        <ShopMark name="Serverlesspresso" />
      </div>
      <section aria-label="What to do" className="flex min-h-0 flex-col justify-center">
        <TurnedCup className="h-60 self-start" />
        <div className="border-current border-t-[0.5rem] pt-10">
          <h2 className="font-bold text-number">This screen is not signed in</h2>
          <p className="mt-6 max-w-[34rem] text-lead">
            Numbers are called at the counter, and the bar takes orders as ever.
          </p>
          <p className="mt-4 max-w-[34rem] text-lead text-soft">
            Whoever runs the shop signs the screen in with its own address and the code sent there. It then
            stays signed in for a year.
          </p>
        </div>
      </section>
      <section aria-label="Sign in" className="self-center">
        <SignInBoxes
          title="The shop’s screen"
          session={session}
          reasonOf={(error) => signInErrorOf(error).reason}
        />
      </section>
    </main>
  );
}
