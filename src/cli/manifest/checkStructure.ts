import { GRAMMAR, XSI, type ElementRule } from "./manifestGrammar";
import type { XmlElement } from "./xmlTree";

export interface Problem {
  readonly line: number;
  readonly message: string;
}

/** An element whose rule is known. */
export interface Ruled {
  readonly element: XmlElement;
  readonly rule: ElementRule;
}

export interface Structure {
  readonly problems: readonly Problem[];
  readonly ruled: readonly Ruled[];
}

interface ChildSpec {
  readonly name: string;
  readonly rule: string;
  readonly isNeeded: boolean;
  readonly isRepeatable: boolean;
}

/** Elements, their order, their attributes and values, as the grammar has them. */
export function checkStructure(root: XmlElement): Structure {
  const problems: Problem[] = [];
  const ruled: Ruled[] = [];
  const report = ({ line }: XmlElement, message: string) => problems.push({ line, message });

  function visit(element: XmlElement, ruleName: string, inherited: string): void {
    const rule = ruleOf(element, ruleName);
    if (!rule) return;
    ruled.push({ element, rule });

    const namespace = rule.namespace ?? inherited;
    if (element.namespace !== namespace) {
      report(element, `<${element.name}> 的命名空间应是 ${namespace}`);
      return;
    }
    checkAttributes(element, rule, ruleName);
    const complaint = rule.text?.(element.text);
    if (complaint !== undefined) report(element, `<${element.name}> ${complaint}`);
    if (rule.text === undefined && element.text.trim() !== "") {
      report(element, `<${element.name}> 里不应有文字“${element.text.trim()}”`);
    }
    checkChildren(element, rule, namespace);
  }

  function ruleOf(element: XmlElement, name: string): ElementRule | undefined {
    const rule = GRAMMAR[name];
    if (!rule) throw new Error(`no rule ${name}`);
    if (!rule.byType) return rule;
    const type = element.attributes.get("xsi:type") ?? "";
    const typed = rule.byType[type];
    if (typed === undefined) {
      const allowed = Object.keys(rule.byType).join("、");
      report(element, `<${element.name}> 的 xsi:type 是“${type}”，只能是 ${allowed}`);
      return undefined;
    }
    return GRAMMAR[typed];
  }

  function checkAttributes(
    element: XmlElement,
    { attributes = {} }: ElementRule,
    ruleName: string,
  ) {
    const byType = GRAMMAR[ruleName]?.byType !== undefined;
    const known = new Set(byType ? ["xsi:type"] : []);
    for (const [key, check] of Object.entries(attributes)) {
      const name = key.replace(/\?$/u, "");
      known.add(name);
      const value = element.attributes.get(name);
      if (value === undefined) {
        if (name === key) report(element, `<${element.name}> 缺少属性 ${name}`);
        continue;
      }
      const complaint = check(value);
      if (complaint !== undefined) report(element, `<${element.name}> 的 ${name} ${complaint}`);
    }
    for (const name of element.attributes.keys()) {
      if (known.has(name) || name === "xmlns" || name.startsWith("xmlns:")) continue;
      report(element, `<${element.name}> 不应有属性 ${name}`);
    }
  }

  function checkChildren(parent: XmlElement, { children = [] }: ElementRule, namespace: string) {
    const specs = children.map(readSpec);
    const seen = new Set<string>();
    let last = 0;
    for (const child of parent.children) {
      const at = specs.findIndex(({ name }) => name === child.name);
      const spec = specs[at];
      if (!spec) {
        report(child, `<${parent.name}> 里不应有 <${child.name}>`);
        continue;
      }
      if (at < last) {
        report(child, `<${child.name}> 的次序不对，应在 <${specs[last]?.name ?? ""}> 之前`);
      }
      if (seen.has(child.name) && !spec.isRepeatable) {
        report(child, `<${parent.name}> 里只能有一个 <${child.name}>`);
      }
      seen.add(child.name);
      last = Math.max(last, at);
      visit(child, spec.rule, namespace);
    }
    for (const { name, isNeeded } of specs) {
      if (isNeeded && !seen.has(name)) report(parent, `<${parent.name}> 里缺少 <${name}>`);
    }
  }

  if (root.name !== "OfficeApp") {
    report(root, `最外层应是 <OfficeApp>，现在是 <${root.name}>`);
  } else if (usesOtherPrefix(root)) {
    report(root, `<OfficeApp> 应写明 xmlns:xsi="${XSI}"`);
  } else {
    visit(root, "OfficeApp", "");
  }
  return { problems, ruled };
}

const usesOtherPrefix = ({ attributes }: XmlElement) => attributes.get("xmlns:xsi") !== XSI;

function readSpec(text: string): ChildSpec {
  const [, name = "", sign = "", rule = name] = /^(\w+)([?+*]?)(?::(\w+))?$/u.exec(text) ?? [];
  return {
    name,
    rule,
    isNeeded: sign === "" || sign === "+",
    isRepeatable: sign === "+" || sign === "*",
  };
}
