/** The server's time, guessed from the times in its answers: ages and countdowns need no right clock here. */
export class ServerClock {
  #offset = 0;

  /** Learns from an answer to a request sent and received at these local times (epoch ms). */
  observe(serverTime: string, sentAt: number, receivedAt: number): void {
    this.#offset = Date.parse(serverTime) - (sentAt + receivedAt) / 2;
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.at(Date.now());
  }

  /** What the server's clock shows when the one of this device shows `local`. */
  at(local: number): number {
    return local + this.#offset;
  }
}
