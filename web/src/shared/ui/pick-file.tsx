import clsx from "clsx";
import type { ReactNode } from "react";
import { buttonLook } from "./button";

/** A button that lets one file be chosen; the same one may be chosen once more. */
export function PickFile(props: {
  accept: string;
  busy?: boolean;
  onPick: (file: File) => void;
  children: ReactNode;
}) {
  return (
    <label
      className={clsx(
        buttonLook(),
        "cursor-pointer has-focus-visible:outline-3 has-focus-visible:outline-cinnabar",
      )}
    >
      <input
        type="file"
        accept={props.accept}
        className="sr-only"
        disabled={props.busy}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) props.onPick(file);
        }}
      />
      {props.children}
    </label>
  );
}
