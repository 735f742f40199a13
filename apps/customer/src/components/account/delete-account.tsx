"use client";

import { Button } from "@serverlesspresso/ui/button";
import dynamic from "next/dynamic";
import { useState } from "react";

const DeleteDialog = dynamic(() => import("./delete-dialog").then((module) => module.DeleteDialog));

/** Deletes after a question, whose window is loaded when it is asked. */
export function DeleteAccount({ onDelete }: { onDelete(): void }) {
  const [question, setQuestion] = useState<"unasked" | "open" | "closed">("unasked");
  return (
    <>
      <Button variant="danger" onClick={() => setQuestion("open")}>
        Delete my account
      </Button>
      {question !== "unasked" && (
        <DeleteDialog
          open={question === "open"}
          onClose={() => setQuestion("closed")}
          onDelete={() => {
            setQuestion("closed");
            onDelete();
          }}
        />
      )}
    </>
  );
}
