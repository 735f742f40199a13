import { Observed } from "./observed";

/** Whether the machine answered the last time it was asked. */
export const connection = new Observed(true);
