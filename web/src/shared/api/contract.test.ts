import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@hey-api/openapi-ts";
import ts from "typescript";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "atelier-contract-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("does not compile where a field of the studio is used that was renamed there", {
  timeout: 120_000,
}, async () => {
  const contract = JSON.parse(readFileSync("openapi.json", "utf8"));
  const { properties, required } = contract.components.schemas.JobView;
  properties.lastSequence = properties.lastSeq;
  delete properties.lastSeq;
  required.splice(required.indexOf("lastSeq"), 1, "lastSequence");
  expect(await errorsWith(contract)).toContainEqual(
    expect.stringContaining("Property 'lastSeq' does not exist"),
  );
});

/** What the compiler says of the part that uses jobs, with the client made from this contract. */
async function errorsWith(contract: object): Promise<string[]> {
  const output = join(folder, "generated");
  await createClient({ input: contract, output, logs: { level: "silent" } });
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const program = ts.createProgram(["src/features/jobs/use-jobs.ts", "src/app/po.d.ts"], {
    ...options,
    paths: { "@/shared/api/generated": [join(output, "index.ts")], ...options.paths },
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map((one) => ts.flattenDiagnosticMessageText(one.messageText, " "));
}
