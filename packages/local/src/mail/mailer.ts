import { createTransport } from "nodemailer";
import type { Inbox } from "./inbox";
import type { Mail } from "./mail";

const from = "no-reply@localhost";

export interface MailerOptions {
  readonly inbox: Inbox;
  /** Where mail is sent besides the inbox and the terminal: `smtp://user:password@host:port`. */
  readonly smtp: string | undefined;
  /** Writes a line to the terminal. */
  readonly print: (line: string) => void;
}

/**
 * Delivers mail: as a line in the terminal, by SMTP where a server is named, and into the inbox; resolves
 * once it is there durably.
 */
export function createMailer({ inbox, smtp, print }: MailerOptions): (mail: Mail) => Promise<void> {
  const transport = smtp === undefined ? undefined : createTransport(smtp, { from });
  return (mail) => {
    print(`mail to ${mail.to}: code ${mail.code}`);
    transport?.sendMail({ to: mail.to, subject: mail.subject, text: mail.text }).catch((cause) => {
      print(`mail to ${mail.to} was not accepted by the SMTP server: ${cause.message}`);
    });
    return inbox.receive(mail);
  };
}
