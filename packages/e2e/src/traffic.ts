/** Something that left the back end: an answer of the HTTP API, a frame of the live feed, a line of a log. */
export interface Sent {
  kind: "answer" | "frame" | "log";
  /** Where it came from: "GET /qr-code 200", the live feed, a log group. */
  from: string;
  text: string;
}

/** All that one stack sent to anybody, to be looked through at its end. */
export class Traffic {
  readonly sent: Sent[] = [];
  /** Answers whose bodies the browser had thrown away before they could be read. */
  unread = 0;

  answer(method: string, url: string, status: number, headers: object, body: string): void {
    const { pathname } = new URL(url);
    const text = `${JSON.stringify(headers)}\n${body}`;
    this.sent.push({ kind: "answer", from: `${method} ${pathname} ${status}`, text });
  }

  frame(text: string): void {
    this.sent.push({ kind: "frame", from: "live feed", text });
  }
}
