import { useLingui } from "@lingui/react/macro";
import clsx from "clsx";
import { X } from "lucide-react";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

/**
 * A leaf laid over the page. The browser's own dialog keeps the keyboard inside and gives the focus back; Escape, the cross
 * and a click beside it close it.
 */
export function Dialog({
  title,
  onClose,
  children,
  className,
}: {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  className?: string;
}) {
  const { t } = useLingui();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
      className={clsx(
        "m-auto max-h-[90dvh] w-[min(32rem,calc(100vw-2rem))] overflow-y-auto rounded-2xl border border-rule bg-leaf p-0 text-ink backdrop:bg-black/45",
        className,
      )}
    >
      <div className="grid gap-5 p-6">
        <h2 id={id} className="pr-8 text-2xl">
          {title}
        </h2>
        {children}
        {/* Last, so that the keyboard begins with what the dialog is about. */}
        <button
          type="button"
          onClick={onClose}
          aria-label={t`Close`}
          className="absolute right-4 top-4 grid size-10 place-items-center rounded-full text-faded hover:bg-well hover:text-ink"
        >
          <X aria-hidden size={18} />
        </button>
      </div>
    </dialog>
  );
}
