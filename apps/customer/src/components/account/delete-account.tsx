"use client";

import { Button } from "@serverlesspresso/ui/button";
import { useState } from "react";
import { useFetched } from "../page/use-fetched";

const loadDialog = () => import("./delete-dialog").then((module) => module.DeleteDialog);

interface DeleteAccountProps {
  onDelete(): void;
  /** The question could not be fetched, and nothing was asked. */
  onUnasked(): void;
}

/** Deletes after a question. */
export function DeleteAccount({ onDelete, onUnasked }: DeleteAccountProps) {
  const [DeleteDialog, fetchDialog] = useFetched(loadDialog);
  const [asking, setAsking] = useState(false);

  async function ask(): Promise<void> {
    if (DeleteDialog || (await fetchDialog())) setAsking(true);
    else onUnasked();
  }

  return (
    <>
      <Button variant="danger" onClick={() => void ask()}>
        Delete my account
      </Button>
      {DeleteDialog && (
        <DeleteDialog
          open={asking}
          onClose={() => setAsking(false)}
          onDelete={() => {
            setAsking(false);
            onDelete();
          }}
        />
      )}
    </>
  );
}
