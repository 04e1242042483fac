// Finds accessibility faults with axe.
import { AxeBuilder } from "@axe-core/playwright";

/** The violations of all of axe's rules, best practices included: which rule, and where. */
export async function violations(page) {
  const { violations: found } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
