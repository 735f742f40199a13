import { expect, it } from "vitest";
import { AddressConfirmed, replacePassword } from "./replace-password";

it("gives each confirmed address a password of its own that nobody knows", async () => {
  const event = AddressConfirmed.parse({
    ...{ version: "1", triggerSource: "PostConfirmation_ConfirmSignUp", region: "eu-central-1" },
    ...{ userPoolId: "pool", userName: "ana", request: { userAttributes: {} }, response: {} },
  });
  const set: { userPoolId: string; userName: string; password: string }[] = [];
  const keep = async (user: (typeof set)[number]) => void set.push(user);
  await replacePassword(event, keep);
  await replacePassword(event, keep);
  expect(set).toMatchObject([
    { userPoolId: "pool", userName: "ana" },
    { userPoolId: "pool", userName: "ana" },
  ]);
  const [first, second] = set.map(({ password }) => password);
  expect(first).not.toBe(second);
  expect(first).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^\w]).{32,256}$/);
});
