import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { buttonLook } from "@/shared/ui/button";
import { Empty } from "@/shared/ui/states";

export function FirstBook() {
  return (
    <Empty
      title={<Trans>Your shelf is empty</Trans>}
      action={
        <Link to="/books/new" className={buttonLook("main")}>
          <Trans>Make the first book</Trans>
        </Link>
      }
    >
      <Trans>One line is enough: who it is about, and what they want.</Trans>
    </Empty>
  );
}
