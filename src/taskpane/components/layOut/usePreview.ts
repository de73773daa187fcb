import { useEffect, useState } from "react";
import type { LayoutPreview } from "../../../application/previewLayOut";
import { usePaneHost } from "../paneHost";

export type Preview =
  | { readonly kind: "waiting" }
  | { readonly kind: "failed" }
  | ({ readonly kind: "ready" } & LayoutPreview);

/** What the template would add. */
export function usePreview(templateId: string | undefined): Preview {
  const { previewLayOut } = usePaneHost();
  const [known, setKnown] = useState<{ readonly of: string; readonly preview: Preview }>();
  useEffect(() => {
    if (templateId === undefined) return undefined;
    let isCurrent = true;
    const settle = (preview: Preview) => {
      if (isCurrent) setKnown({ of: templateId, preview });
    };
    previewLayOut(templateId).then(
      (preview) => {
        settle({ kind: "ready", ...preview });
      },
      () => {
        settle({ kind: "failed" });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [previewLayOut, templateId]);
  return known !== undefined && known.of === templateId ? known.preview : { kind: "waiting" };
}
