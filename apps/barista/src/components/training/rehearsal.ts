import type { Api, OrderCommand } from "@serverlesspresso/client/api";
import { barApi } from "@serverlesspresso/client/bar-api";
import type { Menu } from "@serverlesspresso/contracts/menu";
import { AdjustableClock } from "@serverlesspresso/simulator/adjustable-clock";
import { patientApi } from "@serverlesspresso/simulator/patient-api";
import { Rehearsal } from "@serverlesspresso/simulator/rehearsal";
import type { QueueInView } from "./queue-in-view";
import type { RobotHands } from "./robot-hands";

/** What the trainee sets. */
export interface RobotSettings {
  guests: boolean;
  barista: boolean;
  speed: number;
}

export interface Robots {
  set(settings: RobotSettings): void;
  end(): void;
}

interface RobotStage {
  api: Api;
  menu: Menu;
  queue: QueueInView;
  hands: RobotHands;
}

const largestSeed = 0x7fffffff;

/** Robots in the page's shop, who do what they do in the name of who is signed in. */
export function letRobotsIn({ api: impatient, menu, queue, hands }: RobotStage): Robots {
  const api = patientApi(impatient);
  const clock = new AdjustableClock(1);
  const stage = {
    queue,
    menu,
    guest: {
      redeemCode: (_code: string, key: string) => barApi(api).beginOrder(key),
      submitOrder: api.submitOrder,
      commandOrder: (id: string, command: OrderCommand, key: string) =>
        api.commandOrder(id, command, key, "The guest left"),
      line: api.line,
    },
    barista: hands.apiFor(api),
    // A robot that got no answer has gone; the next one comes soon.
    onTrouble: () => {},
  };
  const rehearsal = new Rehearsal(stage, Math.floor(Math.random() * largestSeed), clock);
  return {
    set({ guests, barista, speed }) {
      clock.setSpeed(speed);
      rehearsal.letGuestsIn(guests);
      rehearsal.setBarista(barista);
    },
    end: () => rehearsal.end(),
  };
}
