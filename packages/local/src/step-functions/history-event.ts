/**
 * The events of an execution's history: what the journal holds, what replay folds into the
 * execution's progress, what GetExecutionHistory shows. Input and output are JSON texts.
 */
export type HistoryEvent = { id: number; at: number } & EventContent;

type StateType = "Task" | "Choice" | "Pass" | "Wait" | "Succeed" | "Fail";

export type EventContent =
  | { type: "ExecutionStarted"; input: string; roleArn: string }
  /** `until` (ms): a Wait state's end, settled when it is entered. */
  | { type: "StateEntered"; stateType: StateType; name: string; input: string; until?: number }
  | {
      type: "StateExited";
      stateType: StateType;
      name: string;
      output: string;
      assigned?: Record<string, unknown>;
    }
  /** `token` and `dueAt` (ms) are ours: what re-arms the wait after a restart. */
  | {
      type: "TaskScheduled";
      resource: string;
      parameters: string;
      timeoutSeconds?: number;
      dueAt?: number;
      token?: string;
    }
  | { type: "TaskStarted"; resource: string }
  | { type: "TaskSubmitted"; resource: string; output: string }
  | { type: "TaskSucceeded"; resource: string; output: string }
  /** `submit`: the call that hands out the token failed, not the work itself. */
  | ({ type: "TaskFailed"; resource: string; submit?: true } & Failure)
  | ({ type: "TaskTimedOut"; resource: string } & Failure)
  | ({ type: "EvaluationFailed"; state: string; location?: string } & Failure)
  | { type: "ExecutionSucceeded"; output: string }
  | { type: "ExecutionFailed"; error?: string; cause?: string }
  | { type: "ExecutionAborted"; error?: string; cause?: string }
  | { type: "ExecutionTimedOut" };

export interface Failure {
  error: string;
  cause?: string;
  /** Ours: the state runs again at `until` (ms), which uses up one attempt of that retrier. */
  retry?: { retrier: number; until: number };
}
