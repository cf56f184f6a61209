// The bundler and the tests read these files as text (esbuild.js, vitest.config.mjs), and give it as the default export.
/* eslint-disable no-restricted-syntax */
declare module '*.sh' {
  const text: string;
  export default text;
}
declare module '*.service' {
  const text: string;
  export default text;
}
