// A dialog that Back closes, alone: while it is open the history's state has its mark. `closed` is what comes then, before
// what was to come once the page is where it was. Gives {opened, leave}: told that it is open; asked to close it.
const closedByBack = (dialog, mark, closed) => {
  let afterwards = null, isLeaving = false;
  const finish = () => {
    const then = afterwards;
    [afterwards, isLeaving] = [null, false];
    closed();
    then?.();
  };
  addEventListener("popstate", () => {
    if (dialog.open && !history.state?.[mark]) finish();
  });
  if (history.state?.[mark]) history.replaceState({ ...history.state, [mark]: undefined }, ""); // after a reload
  return {
    opened: () => {
      [afterwards, isLeaving] = [null, false];
      history.pushState({ ...history.state, [mark]: true }, "");
    },
    leave: (then = null) => {
      afterwards = then ?? afterwards;
      if (isLeaving) return;
      isLeaving = true;
      if (history.state?.[mark]) history.back();
      else finish();
    },
  };
};
