import { Trans, useLingui } from "@lingui/react/macro";
import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useKeys } from "@/shared/lib/keys";
import { Button } from "@/shared/ui/button";

const Palette = lazy(async () => ({ default: (await import("./palette")).Palette }));
const KeyList = lazy(async () => ({ default: (await import("./key-list")).KeyList }));

/** The palette and the list of keys: opened by key from everywhere, and fetched only then. */
export function Quick({ leave }: { leave: () => void }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  useKeys({ "?": { does: <Trans>This list</Trans>, act: () => setOpen("keys") } });
  useEffect(() => {
    const hit = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== "k" ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      // Over another dialog it would be half a palette: that one is finished first.
      setOpen((now) => (now ? null : document.querySelector("dialog[open]") ? null : "palette"));
    };
    document.addEventListener("keydown", hit);
    return () => document.removeEventListener("keydown", hit);
  }, []);
  const close = () => setOpen(null);
  return (
    <>
      <Button
        look="quiet"
        className="ml-auto px-3"
        onClick={() => setOpen("palette")}
        aria-label={t`Go to or do`}
        aria-keyshortcuts="Control+K"
      >
        <Search aria-hidden size={18} />
      </Button>
      <Suspense>
        {open === "palette" && <Palette onClose={close} leave={leave} />}
        {open === "keys" && <KeyList onClose={close} />}
      </Suspense>
    </>
  );
}
