"use client";

import { useIsTraining } from "@serverlesspresso/client/use-is-training";
import { TrainingMark as Tape } from "@serverlesspresso/ui/training-mark";

export function TrainingMark() {
  return useIsTraining() && <Tape large />;
}
