declare module "*/node_modules/numfmt/lib/index.js" {
  export * from "numfmt";
}
