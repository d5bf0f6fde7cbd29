import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import {
  deleteApiV1UsersByUserId,
  patchApiV1UsersByUserId,
  postApiV1UsersByUserIdReset,
  type UserDetailView,
} from "@/shared/api/generated";
import { inPerson } from "@/shared/api/step-up";
import { Button } from "@/shared/ui/button";
import { ConfirmButton } from "@/shared/ui/confirm";
import { Choices } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { ROLES, useRoleName } from "./role-mark";

/** What an admin can do about somebody. */
export function PersonVerbs({ person }: { person: UserDetailView }) {
  const { t } = useLingui();
  const roleName = useRoleName();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const path = { userId: person.id };
  const key = ["people", "one", person.id];
  const change = useMutation({
    mutationFn: (body: { role?: string; disabled?: boolean }) =>
      patchApiV1UsersByUserId({ path, body, throwOnError: true }),
    // Shown at once, and taken back when it is refused.
    onMutate: ({ role, disabled }) => {
      const before = queries.getQueryData<UserDetailView>(key);
      queries.setQueryData<UserDetailView>(
        key,
        (old) => old && { ...old, role: role ?? old.role, isDisabled: disabled ?? old.isDisabled },
      );
      return { before };
    },
    onError: (_, __, context) => queries.setQueryData(key, context?.before),
    onSuccess: ({ data }) => queries.setQueryData(key, data),
    onSettled: () => queries.invalidateQueries({ queryKey: ["people", "list"] }),
  });
  return (
    <div className="grid gap-6">
      <Choices
        legend={t`Role`}
        name="role"
        value={person.role}
        onChange={(role) => change.mutate({ role })}
        choices={ROLES.map((role) => ({ value: role as string, label: roleName(role) }))}
      />
      {change.error && <ErrorPanel error={change.error} />}
      <div className="flex flex-wrap gap-2">
        <Button busy={change.isPending} onClick={() => change.mutate({ disabled: !person.isDisabled })}>
          {person.isDisabled ? <Trans>Let them in again</Trans> : <Trans>Disable</Trans>}
        </Button>
        <ConfirmButton
          look="plain"
          label={<Trans>Log out everywhere</Trans>}
          title={<Trans>End all logins of {person.email}?</Trans>}
          act={async () => {
            await postApiV1UsersByUserIdReset({ path, throwOnError: true });
            toast(t`All logins are ended, and a link to a new password is on its way.`);
          }}
        >
          <p>
            <Trans>Their password works no more. They are mailed a link to choose a new one.</Trans>
          </p>
        </ConfirmButton>
        <ConfirmButton
          label={<Trans>Delete</Trans>}
          title={<Trans>Delete {person.email}?</Trans>}
          act={async () => {
            await inPerson(() => deleteApiV1UsersByUserId({ path, throwOnError: true }));
            await navigate({ to: "/admin/people" });
            void queries.invalidateQueries({ queryKey: ["people", "list"] });
          }}
        >
          <p>
            <Trans>The account goes with all its books, projects and jobs, for good.</Trans>
          </p>
        </ConfirmButton>
      </div>
    </div>
  );
}
