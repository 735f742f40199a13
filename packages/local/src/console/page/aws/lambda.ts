import * as z from "zod/mini";
import { readJson } from "./call";

const Functions = z.object({
  Functions: z.array(z.object({ FunctionName: z.string(), FunctionArn: z.string() })),
});

export async function listFunctions(): Promise<{ name: string; arn: string }[]> {
  const { Functions: all } = await readJson(Functions, "/2015-03-31/functions/");
  return all.map(({ FunctionName: name, FunctionArn: arn }) => ({ name, arn }));
}
