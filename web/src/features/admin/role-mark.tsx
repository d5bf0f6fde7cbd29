import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import clsx from "clsx";

export const ROLES = ["user", "moderator", "admin"] as const;

const NAMES: Record<string, MessageDescriptor> = {
  user: msg`Member`,
  moderator: msg`Moderator`,
  admin: msg`Admin`,
};

export function useRoleName() {
  const { _ } = useLingui();
  return (role: string) => (NAMES[role] ? _(NAMES[role]) : role);
}

export function RoleMark({ role }: { role: string }) {
  const name = useRoleName();
  return (
    <span className={clsx(role === "user" ? "text-faded" : "font-semibold text-cinnabar-deep")}>
      {name(role)}
    </span>
  );
}
