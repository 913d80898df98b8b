import { type ReactNode, type Ref, useId } from "react";
import { Modal } from "./modal";

interface DialogProps {
  readonly title: string;
  readonly isHeldOpen: boolean;
  readonly onClose: () => void;
  /** What Enter and the submit button do. */
  readonly onSubmit: () => void;
  readonly buttons: ReactNode;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLFormElement>;
}

/** A question: its title and its buttons stay in sight, what stands between them scrolls. */
export function Dialog(props: DialogProps) {
  const { title, isHeldOpen, onClose, onSubmit, buttons, children, ref } = props;
  const titleId = useId();
  return (
    <Modal titleId={titleId} shape="dialog" isHeldOpen={isHeldOpen} onClose={onClose}>
      <form
        ref={ref}
        className="grid max-h-[calc(100dvh-2rem)] grid-rows-[auto_minmax(0,1fr)_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <h2 id={titleId} className="wrap-anywhere px-6 pt-5 font-semibold text-base tracking-tight">
          {title}
        </h2>
        <div className="grid content-start gap-4 overflow-y-auto px-6 pt-2 pb-5">{children}</div>
        <footer className="flex flex-wrap justify-end gap-2 border-line border-t bg-page px-6 py-3.5">
          {buttons}
        </footer>
      </form>
    </Modal>
  );
}
