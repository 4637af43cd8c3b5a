import { type Dimension, DIMENSIONS } from "../records/dimensions.ts";
import { slug, type Text } from "../text/text.ts";

/** How a dimension is called in a formula of each language. */
export const dimensionName = (dimension: Dimension): Text => ({ es: slug(DIMENSIONS[dimension].es), en: dimension });
