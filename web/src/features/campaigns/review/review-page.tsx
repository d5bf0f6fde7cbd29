import { Trans, useLingui } from "@lingui/react/macro";
import { useSearch } from "@tanstack/react-router";
import { SectionHead } from "../section-head";
import { ReviewDesk } from "./review-desk";

/** Everything that waits for a decision, whichever campaign it is of. */
export function ReviewPage() {
  const { t } = useLingui();
  const { state, draft } = useSearch({ from: "/studio/campaigns/review" });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <SectionHead title={t`Drafts to decide on`} />
      <p className="max-w-2xl text-faded">
        <Trans>
          Nothing is ever posted from here. What you approve can be taken away, and placed by a person.
        </Trans>
      </p>
      <ReviewDesk state={state} draft={draft} />
    </div>
  );
}
