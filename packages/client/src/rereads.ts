import { hashKey, type Query, type QueryClient, type QueryKey } from "@tanstack/react-query";

/**
 * Reads anew what has changed. What is being read already may have been asked too early to show the change, and is
 * read once more afterwards: once for all that was heard meanwhile, so that no burst of changes delays an answer.
 */
export class Rereads {
  readonly #owed = new Set<string>();

  constructor(private readonly client: QueryClient) {}

  /**
   * @param how `at once`: an answer that is under way is not waited for where another is shown. It may never come,
   * because its connection has slept, or is gone
   */
  async read(queryKey: QueryKey, how?: "at once"): Promise<void> {
    const id = hashKey(queryKey);
    const cancelRefetch = how === "at once";
    if (!cancelRefetch && this.#owed.has(id)) return;
    const isWaitedFor = ({ state }: Query) => !cancelRefetch || state.data === undefined;
    // One that nobody wants any more is not read again, and would be waited for without end.
    const isTooEarly = this.client.isFetching({ queryKey, type: "active", predicate: isWaitedFor }) > 0;
    if (isTooEarly) this.#owed.add(id);
    await this.client.invalidateQueries({ queryKey }, { cancelRefetch });
    if (!isTooEarly) return;
    this.#owed.delete(id);
    await this.read(queryKey);
  }
}
