import { Drawing, type DrawingProps } from "./drawing";

/** A plug that lies beside its socket: no connection. */
export function Unplugged(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <g fill="none" strokeWidth="5.5">
        <path d="M-40 146h52c22 0 16-42 36-42" />
        <path d="M112 104c20 0 14 42 36 42h52" />
      </g>
      <g strokeWidth="4.5">
        <path d="M74 98h9M74 110h9" />
      </g>
      <path d="M46 92h18q10 0 10 6v12q0 6-10 6H46q-4 0-4-4V96q0-4 4-4Z" fill="var(--color-copper)" />
      <path d="M96 88q0-3 3-3h13q4 0 4 4v30q0 4-4 4H99q-3 0-3-3Z" />
      <path d="M96 98h6M96 110h6" strokeWidth="4.5" />
      <path d="m82 84 3-8M90 82l1-9M74 84l-4-7" fill="none" strokeOpacity="0.5" strokeWidth="2.2" />
    </Drawing>
  );
}
