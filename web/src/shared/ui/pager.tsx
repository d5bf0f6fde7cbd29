import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { buttonLook } from "./button";

/** From one page of a long list to the next; the address holds where one is, so that Back goes back. */
export function Pager({ cursor, next }: { cursor?: string; next: string | null }) {
  const { t } = useLingui();
  if (!cursor && !next) return null;
  const to = (place: string | undefined) => ((old: object) => ({ ...old, cursor: place })) as never;
  return (
    <nav aria-label={t`Pages of the list`} className="flex flex-wrap gap-2">
      {cursor && (
        <Link to="." search={to(undefined)} className={buttonLook()}>
          <Trans>To the beginning</Trans>
        </Link>
      )}
      {next && (
        <Link to="." search={to(next)} className={buttonLook()}>
          <Trans>Further</Trans>
        </Link>
      )}
    </nav>
  );
}
