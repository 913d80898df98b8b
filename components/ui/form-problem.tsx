import { CircleAlert } from "lucide-react";

export function FormProblem({ children }: { readonly children: string }) {
  return (
    <p
      role="alert"
      className="flex items-start gap-2 rounded-lg bg-danger-wash px-3 py-2.5 text-[0.8125rem] text-danger-word"
    >
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {children}
    </p>
  );
}
