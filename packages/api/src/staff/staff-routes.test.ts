import { Member, Staff } from "@serverlesspresso/contracts/staff";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Bar, type Person, people } from "../fakes/bar";

const { carla, ana, marta, screen } = people;
/** A manager of this shop alone. */
const paula = { sub: "paula", groups: "[manager-default]" };

let bar: Bar;
beforeEach(() => {
  bar = new Bar();
  const { staff } = bar.ports;
  staff.add("ana", "ana@example.com", ["barista"]);
  staff.add("marta", "marta@example.com", ["manager"]);
  staff.add("paula", "paula@example.com", ["manager-default"]);
  staff.add("carla", "carla@example.com");
  staff.add("wim", "wim@example.com", ["barista-park"]);
});

const list = async () => Staff.parse((await bar.send("GET", "/staff", { as: marta })).body).members;
const rolesOf = async () => Object.fromEntries((await list()).map(({ id, role }) => [id, role]));
const add = (
  email: string,
  role: string,
  { as = paula, name = "Somebody" }: { as?: Person; name?: string } = {},
) => bar.send("POST", "/staff", { as, body: { email, name, role } });
const remove = (id: string, as: Person = paula) => bar.send("DELETE", `/staff/${id}`, { as });
/** What a request of theirs is answered that only baristas may send. */
const statusOf = async (sub: string, groups: string, issuedInSeconds: number) => {
  const iat = bar.ports.now / 1000 + issuedInSeconds;
  return (await bar.send("GET", "/orders?state=open", { as: { sub, groups, iat } })).status;
};

describe("the staff of a shop", () => {
  it("is everybody in its groups and in those of every shop, by name, without an address", async () => {
    const { status, body } = await bar.send("GET", "/staff", { as: paula });
    expect(status).toBe(200);
    expect(Staff.parse(body).members).toEqual([
      { id: "ana", name: "Name of ana", role: "barista", everywhere: true },
      { id: "marta", name: "Name of marta", role: "manager", everywhere: true },
      { id: "paula", name: "Name of paula", role: "manager", everywhere: false },
    ]);
    expect(JSON.stringify(body)).not.toContain("@");
  });

  it("lists somebody with two groups once, with the more powerful role", async () => {
    bar.ports.staff.add("wim", "wim@example.com", ["display-default", "manager-default"]);
    expect((await rolesOf()).wim).toBe("manager");
  });

  it("is for managers only", async () => {
    for (const as of [carla, ana, screen, { sub: "wim", groups: "[manager-park]" }]) {
      expect((await bar.send("GET", "/staff", { as })).status).toBe(403);
      expect((await add("x@example.com", "barista", { as })).status).toBe(403);
      expect((await remove("ana", as)).status).toBe(403);
    }
  });
});

describe("adding a member", () => {
  it("makes an account where there is none, and says nothing of the address", async () => {
    const { status, body } = await add(" New@Example.com ", "barista", { name: "Nina" });
    expect([status, Member.parse(body)]).toEqual([
      200,
      { id: "person-6", name: "Nina", role: "barista", everywhere: false },
    ]);
    expect(await list()).toContainEqual(body);
    expect(await bar.ports.staff.groupsOf("person-6")).toEqual(["barista-default"]);
  });

  it("keeps the account that there is, gives it the name, and may be repeated", async () => {
    for (const _ of [1, 2]) {
      const { body } = await add("carla@example.com", "display", { name: "Door" });
      expect(body).toEqual({ id: "carla", name: "Door", role: "display", everywhere: false });
    }
    expect(await bar.ports.staff.groupsOf("carla")).toEqual(["display-default"]);
  });

  it("renames nobody who works in another shop too, unless for a manager of every shop", async () => {
    const named = async (as: Person) =>
      (await add("wim@example.com", "barista", { as, name: "Somebody" })).body.name;
    expect(await named(paula)).toBe("Name of wim");
    expect(await named(paula)).toBe("Name of wim");
    expect(await bar.ports.staff.nameOf("wim")).toBe("Name of wim");
    expect(await named(marta)).toBe("Somebody");
    expect(await bar.ports.staff.nameOf("wim")).toBe("Somebody");
  });

  it("changes the role of a member, whose older tokens are dead and whose next one is good", async () => {
    await add("carla@example.com", "manager");
    bar.ports.advance(60);
    await add("carla@example.com", "barista");
    expect(await bar.ports.staff.groupsOf("carla")).toEqual(["barista-default"]);
    expect(await statusOf("carla", "[manager-default]", -1)).toBe(401);
    expect(await statusOf("carla", "[barista-default]", 1)).toBe(200);
  });

  it("kills no token of somebody who only gains a role, not even one of the same second", async () => {
    await add("wim@example.com", "barista");
    expect(await statusOf("wim", "[barista-park barista-default]", 0)).toBe(200);
    await add("wim@example.com", "barista");
    expect(await statusOf("wim", "[barista-park barista-default]", 0)).toBe(200);
  });

  it("that dies while the role changes has killed the old one, and is done by a repeat", async () => {
    await add("carla@example.com", "manager");
    vi.spyOn(bar.ports.staff, "leave").mockRejectedValueOnce(new Error("died"));
    expect((await add("carla@example.com", "barista")).status).toBe(500);
    expect(await statusOf("carla", "[manager-default]", 30)).toBe(401);
    expect((await add("carla@example.com", "barista")).status).toBe(200);
    expect(await bar.ports.staff.groupsOf("carla")).toEqual(["barista-default"]);
    expect(await statusOf("carla", "[barista-default]", 30)).toBe(200);
  });

  it("that dies after the role has changed leaves the new tokens good once it is repeated", async () => {
    await add("carla@example.com", "manager");
    const revoke = bar.ports.revocations.revoke.bind(bar.ports.revocations);
    const dying = vi.spyOn(bar.ports.revocations, "revoke");
    dying.mockImplementationOnce(revoke).mockRejectedValueOnce(new Error("died"));
    expect((await add("carla@example.com", "barista")).status).toBe(500);
    expect(await statusOf("carla", "[barista-default]", 30)).toBe(401);
    expect((await add("carla@example.com", "barista")).status).toBe(200);
    expect(await statusOf("carla", "[barista-default]", 30)).toBe(200);
  });

  it("leaves the work in other shops alone", async () => {
    await add("wim@example.com", "display");
    expect(await bar.ports.staff.groupsOf("wim")).toEqual(["barista-park", "display-default"]);
  });

  it("moves a member of every shop only for a manager of every shop", async () => {
    const refused = await add("ana@example.com", "manager");
    expect([refused.status, refused.body.error?.code]).toEqual([409, "member_protected"]);
    await add("ana@example.com", "barista", { as: marta });
    expect(await bar.ports.staff.groupsOf("ana")).toEqual(["barista"]);
    await add("ana@example.com", "manager", { as: marta });
    expect(await bar.ports.staff.groupsOf("ana")).toEqual(["manager-default"]);
  });

  it("does not touch the manager who asks", async () => {
    const { status, body } = await add("paula@example.com", "display");
    expect([status, body.error?.code]).toEqual([409, "member_protected"]);
  });

  it("to a shop that there is not answers 404, and makes no account", async () => {
    const path = "/staff?eventId=nowhere";
    const body = { email: "x@example.com", name: "X", role: "barista" };
    expect((await bar.send("POST", path, { as: marta, body })).status).toBe(404);
    expect((await add("x@example.com", "barista")).body).toMatchObject({ id: "person-6" });
  });

  it.each([
    ["email", { email: "no address", name: "X", role: "barista" }],
    ["email", { email: `${"x".repeat(60)}@${"y".repeat(60)}.example`, name: "X", role: "barista" }],
    ["name", { email: "x@example.com", name: " ", role: "barista" }],
    ["role", { email: "x@example.com", name: "X", role: "owner" }],
    ["groups", { email: "x@example.com", name: "X", role: "barista", groups: ["manager"] }],
  ])("with a wrong %s is refused by that field", async (field, body) => {
    const answer = await bar.send("POST", "/staff", { as: paula, body });
    expect([answer.status, answer.body.error?.field]).toEqual([400, field]);
  });

  it("gives one role though two managers give two at once, in whatever order they come", async () => {
    await add("carla@example.com", "display");
    bar.ports.staff.beforeNextLeave = () => add("carla@example.com", "manager", { as: marta });
    await add("carla@example.com", "barista");
    expect(await bar.ports.staff.groupsOf("carla")).toHaveLength(1);
    const both = ["barista", "manager"].map((role) => add("wim@example.com", role));
    for (const { status } of await Promise.all(both)) expect(status).toBe(200);
    expect(await bar.ports.staff.groupsOf("wim")).toEqual(["barista-park", "manager-default"]);
  });
});

describe("removing a member", () => {
  beforeEach(() => add("carla@example.com", "barista"));

  it("takes them out of the shop and answers who remains", async () => {
    const { status, body } = await remove("carla");
    expect([status, body]).toEqual([200, { members: await list() }]);
    expect(await bar.ports.staff.groupsOf("carla")).toEqual([]);
  });

  it("kills the tokens that they have, and no later one", async () => {
    bar.ports.advance(60);
    expect(await statusOf("carla", "[barista-default]", -1)).toBe(200);
    await remove("carla");
    expect(await statusOf("carla", "[barista-default]", -1)).toBe(401);
    await add("carla@example.com", "barista");
    expect(await statusOf("carla", "[barista-default]", 1)).toBe(200);
  });

  it("leaves them their account and their orders", async () => {
    bar.ports.advance(60);
    await bar.scan(carla);
    await remove("carla");
    expect((await bar.send("GET", "/myOrders", { as: carla })).body.orders).toHaveLength(1);
  });

  it("twice, or nobody, answers 404", async () => {
    await remove("carla");
    for (const id of ["carla", "nobody", "wim"]) {
      const { status, body } = await remove(id);
      expect([id, status, body.error?.code]).toEqual([id, 404, "member_unknown"]);
    }
  });

  it("by their address is no way to name them", async () => {
    const { status, body } = await remove("carla%40example.com");
    expect([status, body.error?.field]).toEqual([400, "id"]);
  });

  it("refuses managers themselves", async () => {
    const { status, body } = await remove("paula");
    expect([status, body.error?.code]).toEqual([409, "member_protected"]);
  });

  it("of every shop is refused to a manager of one", async () => {
    const { status, body } = await remove("ana");
    expect([status, body.error?.code]).toEqual([409, "member_protected"]);
    expect((await remove("ana", marta)).status).toBe(200);
    expect(await bar.ports.staff.groupsOf("ana")).toEqual([]);
  });

  it("by two managers at once removes them once and lets nobody back in", async () => {
    bar.ports.staff.beforeNextLeave = () => remove("carla", marta);
    expect((await remove("carla")).status).toBe(200);
    expect(await bar.ports.staff.groupsOf("carla")).toEqual([]);
    expect(await statusOf("carla", "[barista-default]", 0)).toBe(401);
  });

  it("that dies half-way has killed every token that could be fetched meanwhile, and is done by a repeat", async () => {
    vi.spyOn(bar.ports.staff, "leave").mockRejectedValueOnce(new Error("died"));
    expect((await remove("carla")).status).toBe(500);
    expect(await statusOf("carla", "[barista-default]", 30)).toBe(401);
    expect((await remove("carla")).status).toBe(200);
    expect(await statusOf("carla", "[barista-default]", 30)).toBe(200);
  });

  it("while somebody adds them again leaves a member or none, never a live token of the old role", async () => {
    bar.ports.staff.beforeNextLeave = () => add("carla@example.com", "manager", { as: marta });
    await remove("carla");
    expect((await rolesOf()).carla).toBe("manager");
    expect(await statusOf("carla", "[barista-default]", 0)).toBe(401);
  });
});
