import { Alert } from "./alert";

/** Says that something worked, at the top of the page that follows. Never the only place for anything important. */
export function Toast({ message }: { message?: string | null }) {
  if (!message) return null;
  return (
    <Alert tone="success" role="status" className="toast">
      <p>{message}</p>
    </Alert>
  );
}
