/** Leads here again without the app, which may be what is missing. */
const thisAddress = "";

/** The way on from a page that does not come. */
export function LateWord() {
  return (
    <p className="late-word mt-2 text-soft">
      This takes longer than it should.{" "}
      <a href={thisAddress} className="font-semibold text-ink underline underline-offset-4">
        Load the page again
      </a>
    </p>
  );
}
