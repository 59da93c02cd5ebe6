// Lets Node find the parts of the editor where the page's import map finds them: node --import ./vendor.mjs …

import { register } from "node:module";

const vendor = new URL("../../toc/live/page/vendor/", import.meta.url).href;
const hook = `
export async function resolve(name, context, next) {
  if (name.startsWith(".") || name.includes(":") || name.startsWith("/")) return next(name, context);
  const file = name.replace(/^@/, "").replaceAll("/", "-");
  return { url: "${vendor}" + file + ".js", shortCircuit: true };
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
