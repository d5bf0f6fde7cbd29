import { useLingui as useI18n } from "@lingui/react";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import { useState } from "react";
import type { DocumentView, PersonView, QuotationView, Tier } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { usePeople, useQuotations } from "../use-findings";
import { usePersonWords } from "./person-words";

const TIERS: readonly Tier[] = ["sure", "likely", "guess"];

export const tierLook: Record<Tier, string> = {
  sure: "text-moss",
  likely: "text-ink",
  guess: "text-amber",
};

/** What somebody says, where, to whom, and how sure that is. */
export function Quotations({ document, person }: { document: DocumentView; person: PersonView }) {
  const { t } = useLingui();
  const words = usePersonWords();
  const [tier, setTier] = useState<Tier | undefined>();
  const quotations = useQuotations(document, person.number, tier);
  const people = usePeople(document).data?.items;
  const name = (number: number) => people?.find((one) => one.number === number)?.name;
  return (
    <section aria-label={t`Quotations`} className="grid gap-4">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl">
          <Plural value={person.quotations} _0="No quotations" one="# quotation" other="# quotations" />
        </h2>
        {person.quotations > 0 && (
          <fieldset className="flex flex-wrap gap-2">
            <legend className="sr-only">
              <Trans>How sure the speaker is</Trans>
            </legend>
            {[undefined, ...TIERS].map((one) => (
              <button
                key={one ?? "all"}
                type="button"
                aria-pressed={tier === one}
                onClick={() => setTier(one)}
                className="inline-flex min-h-10 items-center rounded-full border border-rule px-3.5 py-1.5 text-sm hover:border-cinnabar aria-pressed:bg-ink aria-pressed:text-paper"
              >
                {one ? words.tier(one) : t`All`}
              </button>
            ))}
          </fieldset>
        )}
      </header>
      {quotations.isPending ? (
        <Skeleton className="h-48" />
      ) : quotations.error ? (
        <ErrorPanel error={quotations.error} onRetry={() => void quotations.refetch()} />
      ) : (
        <ol className="grid gap-2">
          {quotations.data.pages.flatMap((page) =>
            page.items.map((quotation) => (
              <Quotation
                key={quotation.number}
                quotation={quotation}
                documentId={document.id}
                to={quotation.addressees.flatMap((one) => name(one) ?? []).join(", ")}
              />
            )),
          )}
        </ol>
      )}
      {quotations.hasNextPage && (
        <div>
          <Button busy={quotations.isFetchingNextPage} onClick={() => void quotations.fetchNextPage()}>
            <Trans>More quotations</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}

function Quotation({
  quotation,
  documentId,
  to,
}: {
  quotation: QuotationView;
  documentId: string;
  to: string;
}) {
  const { i18n } = useI18n();
  const words = usePersonWords();
  return (
    <li className="grid gap-1 rounded-xl border border-rule bg-leaf p-4">
      <Link
        to="/library/$documentId"
        params={{ documentId }}
        search={{ at: quotation.start, to: quotation.end }}
        className="font-display text-lg wrap-anywhere text-ink no-underline hover:text-cinnabar-deep"
      >
        {quotation.text}
      </Link>
      <p className="flex flex-wrap gap-x-3 text-sm text-faded">
        {to && (
          <span>
            <Trans>to {to}</Trans>
          </span>
        )}
        <span>
          <Trans>Chapter {quotation.chapter}</Trans>
        </span>
        <span className={clsx("font-semibold", tierLook[quotation.tier])}>
          {words.tier(quotation.tier)} {i18n.number(quotation.confidence, { style: "percent" })}
        </span>
        <span>{words.kind(quotation.kind)}</span>
      </p>
    </li>
  );
}
