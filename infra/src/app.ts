import { fileURLToPath } from "node:url";
import { defaultStage } from "@serverlesspresso/contracts/names";
import { App, DefaultStackSynthesizer } from "aws-cdk-lib";
import { BackendStack } from "./backend-stack";

const app = new App({
  outdir: fileURLToPath(new URL("../cdk.out", import.meta.url)),
  analyticsReporting: false,
});
const stage: string = app.node.tryGetContext("stage") ?? defaultStage;

new BackendStack(app, "Serverlesspresso", {
  stage,
  stackName: stage === defaultStage ? "Serverlesspresso" : `Serverlesspresso-${stage}`,
  synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
});
app.synth();
