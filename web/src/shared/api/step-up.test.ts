import { expect, it, vi } from "vitest";
import { answer, inPerson, onQuestion, openQuestion } from "./step-up";

const TOO_OLD = { status: 403, code: "step_up_required" };

it("asks for the password and then does it after all", async () => {
  const act = vi.fn().mockRejectedValueOnce(TOO_OLD).mockResolvedValueOnce("done");
  const stop = onQuestion(() => openQuestion() && queueMicrotask(() => answer(true)));
  expect(await inPerson(act)).toBe("done");
  expect(openQuestion()).toBeNull();
  stop();
});

it("changes nothing when the password is not given", async () => {
  const act = vi.fn().mockRejectedValue(TOO_OLD);
  const stop = onQuestion(() => openQuestion() && queueMicrotask(() => answer(false)));
  await expect(inPerson(act)).rejects.toMatchObject({ code: "step_up_declined" });
  expect(act).toHaveBeenCalledTimes(1);
  stop();
});

it("leaves other refusals alone", async () => {
  const refusal = { status: 409, code: "last_admin" };
  await expect(inPerson(() => Promise.reject(refusal))).rejects.toBe(refusal);
});
