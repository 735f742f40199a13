import { useState } from "preact/hooks";
import { readInbox } from "../aws/machine";
import { CopyButton } from "../controls/copy-button";
import { TextField } from "../controls/field";
import { Instead } from "../controls/notice";
import { Time } from "../controls/time";
import { View } from "../controls/view";
import { usePolled } from "../live/use-polled";

/** The codes that were sent to whoever signs in. */
export function CodesView() {
  const { value: codes, problem } = usePolled(readInbox, [], 1500);
  const [wanted, setWanted] = useState("");
  const shown = codes
    ?.filter(({ to }) => to.toLowerCase().includes(wanted.trim().toLowerCase()))
    .slice(0, 50);
  return (
    <View title="Sign-in codes" about="What was sent by e-mail to people who sign in, the newest first.">
      <div class="filters">
        <TextField label="Address contains" type="search" value={wanted} onChange={setWanted} />
      </div>
      {shown === undefined || shown.length === 0 ? (
        <Instead problem={problem} loading={codes === undefined} none="No code was sent yet." />
      ) : (
        <ul class="rows">
          {shown.map(({ to, code, at }) => (
            <li key={`${at} ${to} ${code}`} class="row sent-code">
              <span class="code">{code}</span>
              <span class="row-title">{to}</span>
              <Time at={at} />
              <CopyButton text={code} label="Copy" name={`Copy ${code}`} />
            </li>
          ))}
        </ul>
      )}
    </View>
  );
}
