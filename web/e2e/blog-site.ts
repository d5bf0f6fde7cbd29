import { spawn } from "node:child_process";
import { once } from "node:events";
import { freePort } from "./studio";

const CLI = new URL("../../src/Atelier.Cli/bin/Release/net10.0/Atelier.Cli.dll", import.meta.url).pathname;

/** The sample blogs of `./atelier blogs`, each at a loopback address of its own; `home` says where one is. */
export async function sampleBlogs() {
  const port = await freePort();
  const site = spawn("dotnet", [CLI, "blogs", "--port", String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const homes = new Map<string, string>();
  for await (const text of site.stdout) {
    for (const line of String(text).split("\n")) {
      const [address, name] = line.split("  ");
      if (address && name) homes.set(name, address);
    }
    if (String(text).includes("Atelier__Outgoing__Allow__0")) break;
  }
  if (homes.size === 0) throw new Error("The sample blogs did not start.");
  return {
    home: (name: string) => homes.get(name) ?? fail(name),
    close: async () => {
      const ended = once(site, "exit");
      site.kill("SIGTERM");
      await ended;
    },
  };
}

function fail(name: string): never {
  throw new Error(`There is no sample blog called ${name}.`);
}
