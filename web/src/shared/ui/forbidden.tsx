import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

/** A page that is there, for others. */
export function Forbidden() {
  return (
    <div className="mx-auto grid max-w-md gap-4 py-16">
      <h1 className="text-4xl">
        <Trans>This room is for staff.</Trans>
      </h1>
      <p className="text-faded">
        <Trans>Your account may not look in here. Whoever runs this studio can change that.</Trans>
      </p>
      <p>
        <Link to="/home">
          <Trans>Back to the studio</Trans>
        </Link>
      </p>
    </div>
  );
}
