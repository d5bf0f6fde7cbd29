import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "@/shared/ui/button";
import { TextArea } from "@/shared/ui/field";

const LONGEST = 32_000;

/** Where one says something; Enter sends it, and Shift with Enter begins a line. */
export function Composer(props: {
  name: string;
  isAnswering: boolean;
  onSend: (content: string) => void;
  onStop: () => void;
}) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const canSend = !props.isAnswering && text.trim() !== "";
  function send() {
    if (!canSend) return;
    props.onSend(text);
    setText("");
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextArea
        label={t`Say something to ${props.name}`}
        name="content"
        rows={3}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <div className="flex gap-3">
        <Button type="submit" look="main" disabled={!canSend}>
          <Trans>Say it</Trans>
        </Button>
        {props.isAnswering && (
          <Button onClick={props.onStop}>
            <Trans>Stop</Trans>
          </Button>
        )}
      </div>
    </form>
  );
}
