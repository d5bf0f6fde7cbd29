import { Password } from "./password";
import { SecondFactor } from "./second-factor";
import { Sessions } from "./sessions";

export function SecurityPage() {
  return (
    <>
      <Password />
      <SecondFactor />
      <Sessions />
    </>
  );
}
