import { describe, expect, it } from "vitest";
import { BarSettingsStore, usualSettings } from "./bar-settings";
import { memoryStorage } from "./test-orders";

describe("the settings of a device", () => {
  it("are kept, and what was not changed stays", () => {
    const storage = memoryStorage();
    new BarSettingsStore(() => storage).set({ volume: 0.4 });
    expect(new BarSettingsStore(() => storage).current()).toEqual({ ...usualSettings, volume: 0.4 });
  });

  it("are the usual ones where what is kept is of another kind", () => {
    const storage = memoryStorage();
    storage.setItem("serverlesspresso.bar-settings", '{"volume":40}');
    expect(new BarSettingsStore(() => storage).current()).toEqual(usualSettings);
  });

  it("are the device's: what another page has set is not overwritten, and read when it is told", () => {
    const storage = memoryStorage();
    const [here, there] = [new BarSettingsStore(() => storage), new BarSettingsStore(() => storage)];
    expect([here, there].map((store) => store.current().quiet)).toEqual([false, false]);
    here.set({ quiet: true });
    there.set({ volume: 0.4 });
    here.look();
    expect(here.current()).toEqual({ ...usualSettings, quiet: true, volume: 0.4 });
  });

  it("tell who listens", () => {
    const store = new BarSettingsStore(memoryStorage);
    let told = 0;
    const leave = store.subscribe(() => {
      told += 1;
    });
    store.set({ keys: false });
    leave();
    store.set({ keys: true });
    expect(told).toBe(1);
  });
});
