import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { CAPS, type CapTexts, linesOf, type Plan, type Step, wordsOf } from "./plan";

/** Everything that was said, to be read once more before anything begins. */
export function CheckStep(props: { plan: Plan; isEdit: boolean; goTo: (step: Step) => void }) {
  const { plan, isEdit, goTo } = props;
  const { t, i18n } = useLingui();
  const nothing = t`nothing`;
  const names = new Intl.DisplayNames(i18n.locale, { type: "language" });
  const capNames = { usd: t`dollars`, tokens: t`tokens`, minutes: t`minutes`, calls: t`calls` };
  const capsIn = (caps: CapTexts) =>
    CAPS.filter((one) => caps[one].trim() !== "")
      .map((one) => `${caps[one]} ${capNames[one]}`)
      .join(", ") || nothing;
  const start = {
    now: t`at once`,
    later: t`when you start it`,
    date: plan.startsAt.replace("T", " "),
  };
  return (
    <>
      <Part title={t`What about`} onChange={() => goTo("about")}>
        <Fact name={t`Name`}>{plan.name}</Fact>
        <Fact name={t`Topic`}>{plan.topic}</Fact>
        <Fact name={t`Audience`}>{plan.audience || nothing}</Fact>
        <Fact name={t`Keywords`}>{wordsOf(plan.keywords).join(", ") || nothing}</Fact>
        <Fact name={t`Language`}>{plan.language ? names.of(plan.language) : t`any`}</Fact>
      </Part>
      <Part title={t`Who speaks`} onChange={() => goTo("voice")}>
        <Fact name={t`In the name of`}>{plan.personaName}</Fact>
        <Fact name={t`Voice`}>{plan.voice || nothing}</Fact>
        <Fact name={t`Experience`}>{linesOf(plan.experience).join("; ") || nothing}</Fact>
        <Fact name={t`Affiliation`}>{plan.affiliation}</Fact>
        <Fact name={t`Disclosure`}>
          <q className="font-display">{plan.disclosure}</q>
        </Fact>
      </Part>
      <Part title={t`Where to look`} onChange={() => goTo("places")}>
        <Fact name={t`Blogs to begin with`}>
          <Addresses of={linesOf(plan.seeds)} none={t`those you have`} />
        </Fact>
        <Fact name={t`Linked blogs too`}>{plan.followLinks ? t`yes` : t`no`}</Fact>
        <Fact name={t`Links allowed`}>
          <Addresses of={linesOf(plan.allowedLinks)} none={nothing} />
        </Fact>
        <Fact name={t`Own sites`}>{wordsOf(plan.campaignDomains).join(", ") || nothing}</Fact>
      </Part>
      <Part title={t`How far`} onChange={() => goTo("limits")}>
        <Fact name={t`Blogs at most`}>{plan.maxBlogs}</Fact>
        <Fact name={t`Drafts at most`}>{plan.maxPosts}</Fact>
        <Fact name={t`Four eyes`}>{plan.fourEyes ? t`yes` : t`no`}</Fact>
        {!isEdit && (
          <>
            <Fact name={t`Stop at`}>{capsIn(plan.hard)}</Fact>
            <Fact name={t`Warn at`}>{capsIn(plan.soft)}</Fact>
            <Fact name={t`Begins`}>{start[plan.start]}</Fact>
          </>
        )}
      </Part>
      <p className="rounded-xl bg-well px-4 py-3 text-sm">
        <Trans>
          The crew reads and drafts; it has no means of posting. Each draft waits for a person, and can be
          taken away once approved.
        </Trans>
      </p>
    </>
  );
}

/** Some of what was said; with <c>onChange</c> it leads back to where it was said. */
export function Part(props: {
  title: string;
  heading?: "h2" | "h3";
  onChange?: () => void;
  children: ReactNode;
}) {
  const { title, heading: Heading = "h3", onChange, children } = props;
  const { t } = useLingui();
  return (
    <section aria-label={title} className="grid gap-2 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf">
      <header className="flex items-center justify-between gap-3">
        <Heading className={Heading === "h2" ? "text-2xl" : "text-xl"}>{title}</Heading>
        {onChange && (
          <button
            type="button"
            onClick={onChange}
            aria-label={t`Change: ${title}`}
            className="min-h-10 rounded-full px-3 text-sm text-cinnabar-deep underline underline-offset-2"
          >
            <Trans>Change</Trans>
          </button>
        )}
      </header>
      <dl className="grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">{children}</dl>
    </section>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faded">{name}</dt>
      <dd className="wrap-anywhere max-sm:mb-1.5">{children}</dd>
    </>
  );
}

/** One below the other: addresses run together otherwise. */
export function Addresses({ of, none }: { of: readonly string[]; none: string }) {
  return of.length === 0 ? (
    none
  ) : (
    <ul className="grid gap-0.5">
      {of.map((address) => (
        <li key={address} className="wrap-anywhere">
          {address}
        </li>
      ))}
    </ul>
  );
}
