// Notion keeps a formula as a tree and writes it anew: no bracket that is not needed, but one around every operation inside another.

type Node =
  | { readonly kind: "leaf"; readonly text: string }
  | { readonly kind: "call"; readonly name: string; readonly given: readonly Node[] }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: "unary"; readonly operator: string; readonly of: Node };

const TOKENS = /\s*(?:("(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|!=|>=|<=|&&|\|\||[-+*/%^<>!(),?:]))/y;
const LEVELS: readonly ReadonlySet<string>[] = [
  new Set(["or", "||"]),
  new Set(["and", "&&"]),
  new Set(["==", "!="]),
  new Set([">", "<", ">=", "<="]),
  new Set(["+", "-"]),
  new Set(["*", "/", "%"]),
  new Set(["^"]),
];

/** A formula as the service answers it; `property` gives what stands for `prop("Name")`. One that does not parse stays as it is. */
export function formulaText(expression: string, property: (name: string) => string): string {
  const tokens = tokenized(expression);
  const tree = tokens === undefined ? undefined : parsed(tokens);
  return tree === undefined ? expression : written(tree, property, false);
}

function tokenized(expression: string): readonly string[] | undefined {
  const tokens: string[] = [];
  const pattern = new RegExp(TOKENS);
  const end = expression.trimEnd().length;
  while (pattern.lastIndex < end) {
    const match = pattern.exec(expression);
    if (match === null) return undefined;
    tokens.push(match[0].trimStart());
  }
  return tokens;
}

function parsed(tokens: readonly string[]): Node | undefined {
  let at = 0;
  const level = (depth: number): Node | undefined => {
    const operators = LEVELS[depth];
    if (operators === undefined) return unary();
    let left = level(depth + 1);
    for (;;) {
      const operator = tokens[at] ?? "";
      if (left === undefined || !operators.has(operator)) return left;
      at += 1;
      const right = level(depth + 1);
      if (right === undefined) return undefined;
      left = { kind: "binary", operator, left, right };
    }
  };
  const unary = (): Node | undefined => {
    const operator = tokens[at] ?? "";
    if (operator !== "-" && operator !== "!" && operator !== "not") return primary();
    at += 1;
    const of = unary();
    return of && { kind: "unary", operator, of };
  };
  const primary = (): Node | undefined => {
    const token = tokens[at++];
    if (token === undefined) return undefined;
    if (token === "(") {
      const inner = level(0);
      return tokens[at++] === ")" ? inner : undefined;
    }
    if (/^["\d]/.test(token)) return { kind: "leaf", text: token };
    if (!/^[A-Za-z_]/.test(token)) return undefined;
    if (tokens[at] !== "(") return { kind: "leaf", text: token };
    at += 1;
    const given: Node[] = [];
    while (tokens[at] !== ")") {
      const one = level(0);
      if (one === undefined) return undefined;
      given.push(one);
      if (tokens[at] === ",") at += 1;
      else if (tokens[at] !== ")") return undefined;
    }
    at += 1;
    return { kind: "call", name: token, given };
  };
  const tree = level(0);
  return at === tokens.length ? tree : undefined;
}

function written(node: Node, property: (name: string) => string, isInner: boolean): string {
  switch (node.kind) {
    case "leaf":
      return node.text;
    case "call": {
      const [first] = node.given;
      if (node.name === "prop" && first?.kind === "leaf" && first.text.startsWith('"'))
        return property(JSON.parse(first.text) as string);
      return `${node.name}(${node.given.map((one) => written(one, property, false)).join(", ")})`;
    }
    case "unary":
      return `${node.operator}${node.operator === "not" ? " " : ""}${written(node.of, property, true)}`;
    case "binary": {
      const text = `${written(node.left, property, true)} ${node.operator} ${written(node.right, property, true)}`;
      return isInner ? `(${text})` : text;
    }
  }
}
