import { i18n } from "@lingui/core";
import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { createElement } from "react";
import { accessToken } from "@/shared/api/session";
import { prepareFormats } from "@/shared/lib/format";
import { enter } from "@/shared/lib/locale";
import { NotFound, RouteError } from "./dead-ends";
import { useTabTitle } from "./tab-title";

export const root = createRootRoute({
  component: Everything,
  notFoundComponent: NotFound,
  errorComponent: RouteError,
});

function Everything() {
  useTabTitle();
  return createElement(Outlet);
}

/** Everything a person has to be signed in for. The server checks again; this only shows the way. */
export const studio = createRoute({
  getParentRoute: () => root,
  id: "studio",
  beforeLoad: async ({ location }) => {
    const token = accessToken();
    prepareFormats(i18n.locale);
    if (!(await token)) throw redirect({ to: "/login", search: { to: location.href } });
    await enter("studio");
  },
  component: lazyRouteComponent(() => import("./shell"), "Shell"),
});
