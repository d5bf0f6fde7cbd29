import { Trans } from "@lingui/react/macro";
import { knownKeys } from "@/shared/lib/keys";
import { Dialog } from "@/shared/ui/dialog";

/** The keys that do something on this page. */
export function KeyList({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={<Trans>Keys</Trans>} onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2">
        <dt>
          <kbd className="rounded border border-rule bg-well px-2 py-0.5">Ctrl K</kbd>
        </dt>
        <dd>
          <Trans>Go to any page or work, or do something</Trans>
        </dd>
        {knownKeys().map(({ key, does }) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded border border-rule bg-well px-2 py-0.5">
                {key === " " ? <Trans>Space</Trans> : key.length === 1 ? key.toUpperCase() : key}
              </kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
