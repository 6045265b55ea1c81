// Packages of frontend/, for modules of ours that import them: register it before such an import.
const FRONTEND = new URL("../../frontend/package.json", import.meta.url).href;

export const resolve = (name, context, next) =>
  next(name, /^[a-z]/.test(name) && !name.includes(":") ? { ...context, parentURL: FRONTEND } : context);
