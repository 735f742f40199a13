/** An answer of a second's age may be wrong by so much more: clocks drift apart, and people set them. */
const decay = 0.1;

interface Sample {
  /** Of the server's clock, before this device's. */
  offset: number;
  /** By how much it may be wrong: the server read its clock at some time between the question and the answer. */
  doubt: number;
  /** By this device's clock, as all times here in epoch ms. */
  at: number;
}

/** The server's time, guessed from the times in its answers: ages and countdowns need no right clock here. */
export class ServerClock {
  #best: Sample | undefined;

  /**
   * Learns from an answer to a request sent and received at these local times (epoch ms). One that was long on
   * its way, because the network was slow or the device slept meanwhile, does not take the place of a better one.
   */
  observe(serverTime: string, sentAt: number, receivedAt: number): void {
    const offset = Date.parse(serverTime) - (sentAt + receivedAt) / 2;
    const sample = { offset, doubt: (receivedAt - sentAt) / 2, at: receivedAt };
    if (!this.#best || sample.doubt <= doubtOf(this.#best, receivedAt)) this.#best = sample;
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.at(Date.now());
  }

  /** What the server's clock shows when the one of this device shows `local`. */
  at(local: number): number {
    return local + (this.#best?.offset ?? 0);
  }
}

/** How wrong a sample may be by now; of one that a clock set back has put into the future nothing is known. */
function doubtOf({ doubt, at }: Sample, now: number): number {
  return now < at ? Number.POSITIVE_INFINITY : doubt + (now - at) * decay;
}
