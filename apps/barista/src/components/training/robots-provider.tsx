"use client";

import { useApi, useSession } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import { queueQuery } from "@serverlesspresso/client/queue-queries";
import { useIsTraining } from "@serverlesspresso/client/use-is-training";
import type { Ticket } from "@serverlesspresso/contracts/order";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { QueueInView } from "./queue-in-view";
import type { RobotSettings, Robots } from "./rehearsal";
import { RobotHands } from "./robot-hands";

interface RobotControl {
  settings: RobotSettings;
  change(change: Partial<RobotSettings>): void;
  hands: RobotHands;
}

const nobody: RobotSettings = { guests: false, barista: false, speed: 1 };

const RobotContext = createContext<RobotControl | null>(null);

/** Robots that work on while the trainee goes from page to page; they go when the page is closed. */
export function RobotsProvider({ children }: { children: ReactNode }) {
  const [settings, setSettings] = useState(nobody);
  const [hands] = useState(() => new RobotHands());
  const training = useIsTraining();
  const signedIn = useSession() !== null;
  const isWanted = training && signedIn && (settings.guests || settings.barista);
  return (
    <RobotContext
      value={{ settings, hands, change: (change) => setSettings((before) => ({ ...before, ...change })) }}
    >
      {isWanted && <RobotsAtWork settings={settings} hands={hands} />}
      {children}
    </RobotContext>
  );
}

/** The tickets as they are shown: a robot's under its own name. */
export function useRobotsNamed(tickets: Ticket[] | undefined): Ticket[] | undefined {
  const { hands } = useRobots();
  return useMemo(() => tickets && hands.nameIn(tickets), [hands, tickets]);
}

/** What the robots do, and how to change it. */
export function useRobots(): RobotControl {
  const control = useContext(RobotContext);
  if (!control) throw new Error("RobotsProvider is missing above this component");
  return control;
}

function RobotsAtWork({ settings, hands }: { settings: RobotSettings; hands: RobotHands }) {
  const api = useApi();
  const { data: tickets } = useQuery(queueQuery(api));
  const { data: menu } = useQuery({ ...shopQuery(api), select: (shop) => shop.menu });
  const [queue] = useState(() => new QueueInView());
  const [robots, setRobots] = useState<Robots | null>(null);

  useEffect(() => {
    if (tickets) queue.show(tickets);
  }, [queue, tickets]);

  const isOpen = menu !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a menu that changes does not send the robots home
  useEffect(() => {
    if (!menu) return;
    let isOver = false;
    let entered: Robots | null = null;
    void import("./rehearsal").then(({ letRobotsIn }) => {
      if (isOver) return;
      entered = letRobotsIn({ api, menu, queue, hands });
      setRobots(entered);
    });
    return () => {
      isOver = true;
      entered?.end();
    };
  }, [api, isOpen, queue, hands]);

  useEffect(() => robots?.set(settings), [robots, settings]);
  return null;
}
