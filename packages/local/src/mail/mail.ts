/** One mail with a sign-in code, as the Cognito service hands it over; `at` in ms since the epoch. */
export interface Mail {
  readonly to: string;
  readonly code: string;
  readonly at: number;
  readonly subject: string;
  readonly text: string;
}
