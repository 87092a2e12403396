/** Ends with the bench that started it, however that ends. */
export function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") process.once("disconnect", () => process.exit(1));
}
