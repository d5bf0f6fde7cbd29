import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { buttonLook } from "@/shared/ui/button";
import { Empty } from "@/shared/ui/states";

export function FirstFilm() {
  return (
    <Empty
      title={<Trans>No films yet</Trans>}
      action={
        <Link to="/videos/new" className={buttonLook("main")}>
          <Trans>Make the first film</Trans>
        </Link>
      }
    >
      <Trans>One line is enough: what is seen, and what happens.</Trans>
    </Empty>
  );
}
