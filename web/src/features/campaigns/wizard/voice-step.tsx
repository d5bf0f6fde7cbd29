import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@/shared/ui/button";
import { TextArea, TextField } from "@/shared/ui/field";
import type { StepProps } from "./fields";

/** Who speaks, and what ties them to what they speak of. */
export function VoiceStep({ plan, set, errorsOf }: StepProps) {
  const { t } = useLingui();
  return (
    <>
      <TextField
        label={t`In whose name?`}
        hint={t`A person who stands behind what is said: you, or a colleague who agreed.`}
        name="persona.name"
        maxLength={80}
        required
        autoComplete="off"
        value={plan.personaName}
        onChange={(event) => set({ personaName: event.target.value })}
        errors={errorsOf("personaName", "persona.name")}
      />
      <TextField
        label={t`How do they speak?`}
        hint={t`For instance: plain, curious, a little dry.`}
        name="persona.voice"
        maxLength={200}
        value={plan.voice}
        onChange={(event) => set({ voice: event.target.value })}
        errors={errorsOf("persona.voice")}
      />
      <TextArea
        label={t`Who are they?`}
        name="persona.background"
        maxLength={1000}
        value={plan.background}
        onChange={(event) => set({ background: event.target.value })}
        errors={errorsOf("persona.background")}
      />
      <TextArea
        label={t`What have they really done?`}
        hint={t`One a line. A draft may mention only experience that stands here.`}
        name="persona.experience"
        value={plan.experience}
        onChange={(event) => set({ experience: event.target.value })}
        errors={errorsOf("persona.experience")}
      />
      <Tick
        isOn={plan.claimsConfirmed}
        onTurn={(claimsConfirmed) => set({ claimsConfirmed })}
        label={<Trans>What stands here about this person is true.</Trans>}
      />
      <section className="grid gap-5 rounded-2xl bg-well p-5" aria-labelledby="disclosure">
        <h3 id="disclosure" className="text-xl">
          <Trans>Say what ties you to it</Trans>
        </h3>
        <p className="text-sm">
          <Trans>
            Whoever reads a comment has a right to know when its author is paid by, works for, or was given
            something by what the comment is about. In many countries hiding that is against the law, and
            everywhere it is what makes a comment spam. So every draft says it, in its first or its last
            sentence, and a draft that does not cannot be approved, by anybody.
          </Trans>
        </p>
        <TextField
          label={t`Your affiliation`}
          hint={t`Employer, client or project. Write “none” when nothing ties you.`}
          name="affiliation"
          maxLength={300}
          required
          value={plan.affiliation}
          onChange={(event) => set({ affiliation: event.target.value })}
          errors={errorsOf("affiliation")}
        />
        <div className="grid gap-2">
          <TextArea
            label={t`The sentence that says so`}
            hint={t`In the language of the posts, as you would say it yourself.`}
            name="disclosure"
            maxLength={300}
            required
            value={plan.disclosure}
            onChange={(event) => set({ disclosure: event.target.value })}
            errors={errorsOf("disclosure")}
          />
          {plan.affiliation.trim() !== "" && plan.disclosure.trim() === "" && (
            <div>
              <Button
                onClick={() => set({ disclosure: sentenceFor(plan.affiliation.trim(), plan.language) })}
              >
                <Trans>Begin with a sentence</Trans>
              </Button>
            </div>
          )}
        </div>
      </section>
    </>
  );
}

/** In the language of the posts, which need not be that of the page. */
function sentenceFor(affiliation: string, language: string): string {
  const isNone = /^(none|no|aucune?|rien)$/i.test(affiliation);
  if (language === "fr")
    return isNone
      ? "Je n’ai aucun lien avec les produits dont il est question ici."
      : `Par transparence : je travaille pour ${affiliation}.`;
  return isNone
    ? "I have no tie to any product mentioned here."
    : `Full disclosure: I work with ${affiliation}.`;
}

export function Tick(props: { isOn: boolean; onTurn: (isOn: boolean) => void; label: React.ReactNode }) {
  return (
    <label className="flex min-h-10 cursor-pointer items-center gap-3">
      <input
        type="checkbox"
        checked={props.isOn}
        onChange={(event) => props.onTurn(event.target.checked)}
        className="size-5 shrink-0 accent-cinnabar"
      />
      <span className="text-sm">{props.label}</span>
    </label>
  );
}
