/** The sample blogs of `./atelier blogs`, each at a loopback address of its own. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";

const CLI = new URL("../../src/Atelier.Cli/bin/Release/net10.0/Atelier.Cli.dll", import.meta.url).pathname;

export async function sampleBlogs() {
  const site = spawn("dotnet", [CLI, "blogs", "--port", String(await freePort())], { stdio: ["ignore", "pipe", "inherit"] });
  const homes = new Map();
  for await (const text of site.stdout) {
    for (const line of String(text).split("\n")) {
      const [address, name] = line.split("  ");
      if (address && name) homes.set(name, address);
    }
    if (String(text).includes("Atelier__Outgoing__Allow__0")) break;
  }
  return { home: (name) => homes.get(name), close: () => site.kill("SIGTERM") };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
