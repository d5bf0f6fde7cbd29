import { Trans, useLingui } from "@lingui/react/macro";
import clsx from "clsx";
import { ChevronLeft, ChevronRight, Pencil, RotateCcw } from "lucide-react";
import { useState } from "react";
import type { MessageView } from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { TextArea } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import type { Answer } from "./answer";
import { Cited } from "./cited";

interface SayingProps {
  message: MessageView;
  /** What has come of it so far, while it is being written. */
  answer: Answer | null;
  documentId: string | null;
  name: string;
  isBusy: boolean;
  onShow: (messageId: string) => Promise<void>;
  onAgain: () => void;
  onSay: (content: string) => Promise<void>;
}

/** One message of a talk with its versions; nothing that was said is ever lost. */
export function Saying(props: SayingProps) {
  const { message, answer, documentId, name, isBusy } = props;
  const { t } = useLingui();
  const [isEdited, setEdited] = useState(false);
  const isMine = message.role === "user";
  const shown = answer ?? message;
  const isOpen = message.state === "writing" && !answer?.isDone;
  return (
    <li className={clsx("grid gap-1.5", isMine && "justify-items-end")}>
      <p className="text-sm font-semibold text-faded">{name}</p>
      {isEdited ? (
        <Edit
          text={message.content}
          onCancel={() => setEdited(false)}
          onSay={async (content) => {
            await props.onSay(content);
            setEdited(false);
          }}
        />
      ) : (
        <div
          aria-busy={isOpen || undefined}
          aria-live={isOpen ? "polite" : undefined}
          className={clsx(
            "max-w-full rounded-2xl border px-4 py-3 sm:max-w-[85%]",
            isMine ? "border-transparent bg-well" : "border-rule bg-leaf font-display text-lg",
          )}
        >
          <Cited
            text={shown.content}
            citations={shown.citations}
            passages={shown.passages}
            documentId={documentId}
          />
          {isOpen && shown.content === "" && (
            <span className="text-faded">
              <Trans>is thinking …</Trans>
            </span>
          )}
        </div>
      )}
      {shown.note && <p className="text-sm text-faded">{shown.note}</p>}
      {message.state === "stopped" && (
        <p className="text-sm text-faded">
          <Trans>Stopped here.</Trans>
        </p>
      )}
      {message.state === "failed" && (
        <p className="text-sm text-alarm">
          <Trans>This answer broke off. Ask again for another.</Trans>
        </p>
      )}
      {!isEdited && (
        <div className="flex items-center gap-1 text-sm text-faded">
          <Versions message={message} isBusy={isBusy} onShow={props.onShow} />
          {!isMine && message.parentId && (
            <Tool label={t`Answer again`} disabled={isBusy} onClick={props.onAgain}>
              <RotateCcw aria-hidden size={16} />
            </Tool>
          )}
          {!isOpen && (
            <Tool label={t`Say it otherwise`} disabled={isBusy} onClick={() => setEdited(true)}>
              <Pencil aria-hidden size={16} />
            </Tool>
          )}
        </div>
      )}
    </li>
  );
}

function Versions(props: {
  message: MessageView;
  isBusy: boolean;
  onShow: (messageId: string) => Promise<void>;
}) {
  const { t } = useLingui();
  const { versions, number } = props.message;
  if (versions.length < 2) return null;
  const show = (at: number) => () => {
    const id = versions[at];
    if (id) void props.onShow(id);
  };
  return (
    <>
      <Tool label={t`Earlier version`} disabled={props.isBusy || number <= 1} onClick={show(number - 2)}>
        <ChevronLeft aria-hidden size={16} />
      </Tool>
      <span className="tabular-nums">
        {number} / {versions.length}
      </span>
      <Tool
        label={t`Later version`}
        disabled={props.isBusy || number >= versions.length}
        onClick={show(number)}
      >
        <ChevronRight aria-hidden size={16} />
      </Tool>
    </>
  );
}

function Tool({ label, ...rest }: React.ButtonHTMLAttributes<HTMLButtonElement> & { label: string }) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className="grid size-10 place-items-center rounded-full hover:bg-well hover:text-ink disabled:opacity-50"
    />
  );
}

function Edit(props: { text: string; onCancel: () => void; onSay: (content: string) => Promise<void> }) {
  const { t } = useLingui();
  const form = useForm(({ content = "" }) => props.onSay(content));
  return (
    <form className="grid w-full gap-3" onSubmit={form.onSubmit} noValidate>
      <TextArea
        label={t`In other words`}
        name="content"
        rows={4}
        autoFocus
        defaultValue={props.text}
        errors={form.errorsOf("content")}
      />
      {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
      <div className="flex gap-3">
        <Button type="submit" look="main" busy={form.busy}>
          <Trans>Say it so</Trans>
        </Button>
        <Button onClick={props.onCancel}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </form>
  );
}
