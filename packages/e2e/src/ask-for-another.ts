import { text } from "node:stream/consumers";
import { z } from "zod";
import { Ask, ask } from "./ask";

// Run where another address is: asks what stands on its input, and prints the answers.
const asked = z.array(Ask).parse(JSON.parse(await text(process.stdin)));
const replies = [];
for (const each of asked) replies.push(await ask(each));
process.stdout.write(JSON.stringify(replies));
