import { Trans } from "@lingui/react/macro";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { ErrorPanel } from "@/shared/ui/states";

export function NotFound() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-4 px-5">
      <h1 className="text-4xl">
        <Trans>This page is not in the book.</Trans>
      </h1>
      <p className="text-faded">
        <Trans>The address may be mistyped, or what was here has been deleted.</Trans>
      </p>
      <a href="/home" className="text-cinnabar-deep">
        <Trans>Back to the studio</Trans>
      </a>
    </main>
  );
}

export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <main className="mx-auto max-w-xl px-5 py-16">
      <ErrorPanel
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </main>
  );
}
