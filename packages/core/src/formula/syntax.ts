import type { Syntax } from "./ast.ts";

/** The parts that a node of a syntax tree is made of, in the order of the grammar. */
const syntaxChildren = (node: Syntax): readonly Syntax[] => {
  switch (node.node) {
    case "not":
    case "negate":
      return [node.operand];
    case "logic":
      return node.operands;
    case "compare":
    case "arithmetic":
    case "else":
      return [node.left, node.right];
    case "between":
      return [node.value, node.low, node.high];
    case "in":
      return [node.value, node.set];
    case "is":
      return [node.value];
    case "list":
      return node.items;
    case "call": {
      const { args, where, window } = node;
      const inWindow =
        window?.window === "last" ? [window.months] : window?.window === "within" ? [window.days, window.after] : [];
      return [...args, ...(where === null ? [] : [where]), ...inWindow];
    }
    case "number":
    case "text":
    case "path":
    case "day":
    case "error":
      return [];
  }
};

/** How many nodes stand above one another in a tree. Does not recurse: it is what tells whether one may. */
export const heightOf = (syntax: Syntax): number => {
  let height = 0;
  for (let layer: readonly Syntax[] = [syntax]; layer.length > 0; height++) layer = layer.flatMap(syntaxChildren);
  return height;
};
