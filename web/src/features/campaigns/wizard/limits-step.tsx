import { Trans, useLingui } from "@lingui/react/macro";
import { Choices, TextField } from "@/shared/ui/field";
import { CapFields } from "../money/cap-fields";
import type { StepProps } from "./fields";
import { Tick } from "./voice-step";

/** How far the crew may go, and when it begins. */
export function LimitsStep({ plan, set, errorsOf, isEdit }: StepProps & { isEdit: boolean }) {
  const { t } = useLingui();
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t`Blogs at most`}
          name="maxBlogs"
          type="number"
          min={1}
          max={200}
          value={plan.maxBlogs}
          onChange={(event) => set({ maxBlogs: event.target.value })}
          errors={errorsOf("maxBlogs")}
        />
        <TextField
          label={t`Posts to draft for, at most`}
          name="maxPosts"
          type="number"
          min={1}
          max={1000}
          value={plan.maxPosts}
          onChange={(event) => set({ maxPosts: event.target.value })}
          errors={errorsOf("maxPosts")}
        />
      </div>
      <Tick
        isOn={plan.fourEyes}
        onTurn={(fourEyes) => set({ fourEyes })}
        label={<Trans>Four eyes: somebody else than me has to approve each draft.</Trans>}
      />
      {!isEdit && (
        <>
          <p className="text-sm text-faded">
            <Trans>
              Without a model nothing costs anything: the crew works by rules. With one, each call is paid for
              out of this budget before it is made, so that it is never overrun.
            </Trans>
          </p>
          <CapFields
            legend={t`Stop at`}
            hint={t`The campaign halts before the call that would pass one of these, and goes on when you raise it.`}
            name="budget.hard"
            caps={plan.hard}
            onChange={(hard) => set({ hard })}
            errorsOf={errorsOf}
          />
          <details open={Object.values(plan.soft).some(Boolean)}>
            <summary className="min-h-6 text-sm font-semibold">
              <Trans>Warn earlier</Trans>
            </summary>
            <div className="mt-3">
              <CapFields
                legend={t`Warn at`}
                name="budget.soft"
                caps={plan.soft}
                onChange={(soft) => set({ soft })}
                errorsOf={errorsOf}
              />
            </div>
          </details>
          <Choices
            legend={t`When does it begin?`}
            name="start"
            value={plan.start}
            onChange={(start) => set({ start })}
            choices={[
              { value: "now", label: t`At once` },
              { value: "date", label: t`On a day` },
              { value: "later", label: t`When I start it` },
            ]}
          />
          {plan.start === "date" && (
            <TextField
              label={t`Day and time, as on your clock`}
              name="startsAt"
              type="datetime-local"
              required
              value={plan.startsAt}
              onChange={(event) => set({ startsAt: event.target.value })}
              errors={errorsOf("startsAt")}
            />
          )}
        </>
      )}
    </>
  );
}
