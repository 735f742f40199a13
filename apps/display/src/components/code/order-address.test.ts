import { describe, expect, it } from "vitest";
import { orderAddress } from "./order-address";

describe("the way to order", () => {
  it("leads to the customer app, and can be typed", () => {
    expect(orderAddress("http://192.168.1.5:3000/", "34679CDFGH", "default")).toEqual({
      url: "http://192.168.1.5:3000/?code=34679CDFGH",
      typed: "192.168.1.5:3000",
    });
    expect(orderAddress("https://order.example", "A&B", "expo").url).toBe(
      "https://order.example/?code=A%26B&eventId=expo",
    );
  });
});
