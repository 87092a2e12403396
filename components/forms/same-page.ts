/**
 * Where a form posts to without scripts: the page it stands on, query included. React would write an empty address,
 * which HTML forbids (whatwg.org, "form-control-infrastructure": a valid non-empty URL).
 */
export const SAME_PAGE = "#";
