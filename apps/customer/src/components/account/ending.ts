import type { PictureOf } from "../page/picture";

/** How a sign-in ends on this page. */
export type Ending = "here" | "everywhere" | "deleted";

interface EndingText {
  title: string;
  text: string;
  picture: PictureOf;
}

/** What is to be said once it has ended. */
export const endingText: Record<Ending, EndingText> = {
  here: {
    title: "You are signed out",
    text: "Your orders are kept. They are there again when you sign in with the same address.",
    picture: "full cup",
  },
  everywhere: {
    title: "You are signed out on all devices",
    text: "The last of them may take up to an hour to notice. Your orders are kept.",
    picture: "full cup",
  },
  deleted: {
    title: "Your account is deleted",
    text: "We no longer know your address, or which orders were yours. You are welcome at any time: scan the screen, and it begins anew.",
    picture: "turned cup",
  },
};

/** What is to be said when it could not be done. */
export const refusedText: Record<Ending, string> = {
  here: "You could not be signed out. Try again in a moment.",
  everywhere: "This did not go through. Try again when you are online.",
  deleted: "This did not go through. Your account may still be there: try again when you are online.",
};
